package org.assistcounter.protocol.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CborTest {

    @Test
    void writesKeysInTheOrderOfTheirEncoding() {
        byte[] bytes = Cbor.encode(new CborMap().put("bb", 1).put("c", 2).put("aa", true));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("a3616302626161f562626201");
    }

    @Test
    void readsWhatItWrites() throws Exception {
        CborMap map =
                new CborMap()
                        .put("n", -1_000_000_000_000L)
                        .put("t", "核桃")
                        .put("b", new byte[] {1, 2})
                        .put("l", List.of(1L, "x"))
                        .put("m", new CborMap().put("k", false));

        CborMap read = Cbor.decode(Cbor.encode(map));

        assertThat(read.integer("n")).isEqualTo(-1_000_000_000_000L);
        assertThat(read.text("t")).isEqualTo("核桃");
        assertThat(read.bytes("b")).containsExactly(1, 2);
        assertThat(read.map("m").flag("k")).isFalse();
    }

    @Test
    void refusesKeysOutOfOrder() {
        refuses("a2626262016161f5", "deterministic");
    }

    @Test
    void refusesAnIntegerThatIsLongerThanNeeded() {
        refuses("a161611801", "deterministic");
    }

    @Test
    void refusesAMapOfIndefiniteLength() {
        refuses("bf616101ff", "deterministic");
    }

    @Test
    void refusesAKeyTwice() {
        refuses("a2616101616101", "not CBOR");
    }

    @Test
    void refusesBytesBehindTheMap() {
        refuses("a16161010000", "deterministic");
    }

    @Test
    void refusesAMapCutShort() {
        refuses("a2616101", "");
    }

    @Test
    void refusesFloatsAndNulls() {
        refuses("a16161f6", "not used");
        refuses("a16161fb3ff0000000000000", "not used");
    }

    @Test
    void refusesDeepNesting() {
        refuses("a16161".repeat(20) + "01", "");
    }

    @Test
    void refusesAnythingThatIsNoMap() {
        refuses("01", "not a map");
        refuses("", "not a map");
    }

    @Test
    void neverFailsOtherwiseThanByRefusingHoweverTheBytesAreDamaged() {
        byte[] good =
                Cbor.encode(
                        new CborMap()
                                .put("t", "核桃和红枣")
                                .put("l", List.of(1L, "x", new CborMap().put("k", 1L)))
                                .put("b", new byte[30]));
        SplittableRandom random = new SplittableRandom(7);

        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = good.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Cbor.encode(Cbor.decode(bytes))).isEqualTo(bytes);
            } catch (MalformedCborException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    private static void refuses(String hex, String words) {
        assertThatThrownBy(() -> Cbor.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedCborException.class)
                .hasMessageContaining(words);
    }
}
