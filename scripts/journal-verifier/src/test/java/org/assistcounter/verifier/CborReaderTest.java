package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Flag;
import org.assistcounter.verifier.CborValue.Items;
import org.assistcounter.verifier.CborValue.Text;
import org.assistcounter.verifier.CborValue.Whole;
import org.junit.jupiter.api.Test;

class CborReaderTest {

    @Test
    void readsEveryKindOfValue() throws MalformedException {
        Map<String, Object> inner = Map.of("off", false);
        byte[] bytes =
                CborWriter.encode(Map.of("t", "苹果", "n", List.of(-25, 4_294_967_296L), "m", inner));

        Fields fields = CborReader.read(bytes);

        assertThat(fields.values())
                .containsEntry("t", new Text("苹果"))
                .containsEntry("n", new Items(List.of(whole("-25"), whole("4294967296"))))
                .containsEntry("m", new Fields(Map.of("off", new Flag(false))));
    }

    @Test
    void readsTheWidestIntegers() throws MalformedException {
        assertThat(CborReader.read(hex("a261611bffffffffffffffff61623bffffffffffffffff")).values())
                .containsEntry("a", whole("18446744073709551615"))
                .containsEntry("b", whole("-18446744073709551616"));
    }

    @Test
    void sortsKeysByTheirEncodedBytesSoThatShortOnesComeFirst() throws MalformedException {
        assertThat(CborReader.read(hex("a2617a0162616101")).values()).containsOnlyKeys("z", "aa");
    }

    @Test
    void refusesNothing() {
        refuses("", "ends in the middle");
    }

    @Test
    void refusesAValueThatIsNoMap() {
        refuses("01", "not a map");
    }

    @Test
    void refusesBytesAfterTheMap() {
        refuses("a000", "bytes follow");
    }

    @Test
    void refusesAMapThatEndsInTheMiddle() {
        refuses("a16161", "ends in the middle");
    }

    @Test
    void refusesAnIndefiniteMap() {
        refuses("bf616101ff", "indefinite");
    }

    @Test
    void refusesIndefiniteText() {
        refuses("a161617f6161ff", "indefinite");
    }

    @Test
    void refusesALongIntegerForAShortOne() {
        refuses("a161611817", "shortest");
        refuses("a161611900ff", "shortest");
        refuses("a161611a0000ffff", "shortest");
        refuses("a161611b00000000ffffffff", "shortest");
        refuses("a161613817", "shortest");
    }

    @Test
    void refusesALongLengthForAShortOne() {
        refuses("a178016101", "shortest");
        refuses("b801616101", "shortest");
    }

    @Test
    void refusesReservedHeads() {
        refuses("a161611c", "reserved");
        refuses("a161611e", "reserved");
    }

    @Test
    void refusesUnsortedKeys() {
        refuses("a2616201616102", "not sorted");
        refuses("a262616101617a01", "not sorted");
    }

    @Test
    void refusesAKeyTwice() {
        refuses("a2616101616102", "twice");
    }

    @Test
    void refusesAKeyThatIsNoText() {
        refuses("a10101", "key is not text");
        refuses("a16161a14101f5", "key is not text");
    }

    @Test
    void refusesNullUndefinedFloatsSimpleValuesAndTags() {
        refuses("a16161f6", "byte f6");
        refuses("a16161f7", "byte f7");
        refuses("a16161f93c00", "byte f9");
        refuses("a16161f820", "byte f8");
        refuses("a16161c101", "byte c1");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        refuses("a1616161ff", "UTF-8");
        refuses("a1616163eda080", "UTF-8");
    }

    @Test
    void refusesLengthsBeyondTheEnd() {
        refuses("a161615bffffffffffffffff", "greater than what is left");
        refuses("a161617a7fffffff", "greater than what is left");
        refuses("a161619a7fffffff", "greater than what is left");
        refuses("ba7fffffff", "greater than what is left");
    }

    @Test
    void refusesNestingThatCouldExhaustTheStack() {
        refuses("a16161" + "81".repeat(16_000) + "01", "nested deeper");
    }

    @Test
    void neverThrowsAnythingElseOnGarbage() {
        Random random = new Random(20261122);
        byte[] good = CborWriter.encode(Map.of("a", List.of(1, "x", true), "b", Map.of("c", 300)));
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = round % 2 == 0 ? new byte[random.nextInt(40)] : good.clone();
            if (round % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            acceptsOnlyWhatEncodesToItself(bytes);
        }
    }

    private static void acceptsOnlyWhatEncodesToItself(byte[] bytes) {
        try {
            assertThat(CborWriter.encode(plain(CborReader.read(bytes)))).isEqualTo(bytes);
        } catch (MalformedException expected) {
            assertThat(expected.reason()).isNotBlank();
        }
    }

    /** The value as the writer takes it. */
    static Object plain(CborValue value) {
        return switch (value) {
            case Whole(BigInteger number) -> number.longValueExact();
            case Flag(boolean flag) -> flag;
            case Text(String text) -> text;
            case CborValue.Bytes(String hex) -> hex(hex);
            case Items(List<CborValue> items) -> items.stream().map(CborReaderTest::plain).toList();
            case Fields(Map<String, CborValue> fields) -> {
                Map<String, Object> plain = new HashMap<>();
                fields.forEach((name, field) -> plain.put(name, plain(field)));
                yield plain;
            }
        };
    }

    private static void refuses(String bytes, String reason) {
        assertThatThrownBy(() -> CborReader.read(hex(bytes)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason);
    }

    private static Whole whole(String digits) {
        return new Whole(new BigInteger(digits));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
