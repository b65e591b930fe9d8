package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples, taken out of the page itself and not copied into this test. */
class JournalPageTest {

    private static final Path PAGE = Path.of("../../shared-protocol/JOURNAL.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("record (\\d+), type (\\d+)\nhash ([0-9a-f]{64})\n((?:[0-9a-f]+\n)+)");
    private static final byte[] COUNTER = hex("000102030405060708090a0b0c0d0e0f");

    private String page = "";

    /** One example as printed. */
    private record Example(long seq, int type, String hash, String digits) {

        private byte[] bytes() {
            return hex(digits);
        }
    }

    @BeforeEach
    void readThePage() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void hasThreeExamples() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void makesTheGenesisHashOfThePage() {
        byte[] genesis = Hashes.genesis(COUNTER, new byte[] {1, 2, 3});

        assertThat(HexFormat.of().formatHex(genesis)).isEqualTo(printed("genesis hash"));
    }

    @Test
    void makesTheKeyOfThePage() {
        TestJournal journal = new TestJournal();

        assertThat(journal.key.generatePublicKey().getEncoded())
                .isEqualTo(hex(printed("public key")));
    }

    @Test
    void findsTheGenesisHashInTheFirstRecord() {
        Example first = examples().getFirst();

        assertThat(first.seq()).isEqualTo(1);
        assertThat(Header.read(first.bytes()).previous()).isEqualTo(printed("genesis hash"));
    }

    private Keys keys() {
        return new Keys(key(), "");
    }

    @TestFactory
    Stream<DynamicTest> readsEachExampleWithoutAnError() {
        return each(example -> {
            JournalRecord record = JournalRecord.read(example.bytes(), keys());
            Header header = Objects.requireNonNull(record.header());

            assertThat(record.errors()).isEmpty();
            assertThat(record.hash()).isEqualTo(example.hash());
            assertThat(header).isNotNull();
            assertThat(header.seq()).isEqualTo(example.seq());
            assertThat(header.type()).isEqualTo(example.type());
            assertThat(header.counter()).isEqualTo(HexFormat.of().formatHex(COUNTER));
            assertThat(header.key()).isEqualTo(key().id());
            assertThat(header.epoch()).isEqualTo(1);
            assertThat(header.quality()).isEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> makesEachBodyAgainFromWhatItRead() {
        return each(example -> {
            int end = example.bytes().length - 64;
            byte[] body = Arrays.copyOfRange(example.bytes(), Header.SIZE, end);

            Object plain = CborReaderTest.plain(CborReader.read(body));

            assertThat(CborWriter.encode(plain)).isEqualTo(body);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesEachExampleWithAnyByteChanged() {
        return each(example -> {
            for (int index = 0; index < example.bytes().length; index++) {
                byte[] changed = example.bytes().clone();
                changed[index] ^= 1;
                assertThat(JournalRecord.read(changed, keys()).errors()).isNotEmpty();
            }
        });
    }

    @Test
    void readsTheApprovalOfTheLastExample() {
        JournalRecord record = JournalRecord.read(examples().getLast().bytes(), keys());
        Fact fact = Objects.requireNonNull(record.fact());

        assertThat(Totals.of(fact)).isEqualTo(new Totals(1280, 0, 0, 0));
        assertThat(fact.text("outcome")).isEqualTo("approved");
    }

    @Test
    void knowsEveryTypeOfThePageAndNoOther() {
        List<Integer> types =
                Pattern.compile("(?m)^\\| (\\d+) \\| .* \\| .* \\|$")
                        .matcher(section("## Kinds of facts", "## Running totals"))
                        .results()
                        .map(match -> Integer.valueOf(match.group(1)))
                        .toList();

        assertThat(types).hasSizeGreaterThan(10);
        for (int type = 0; type < 256; type++) {
            assertThat(FactForms.knows(type)).isEqualTo(types.contains(type));
        }
    }

    private String section(String from, String until) {
        return page.substring(page.indexOf(from), page.indexOf(until));
    }

    /** What a test does with one example. */
    private interface Check {
        void of(Example example) throws MalformedException;
    }

    private Stream<DynamicTest> each(Check check) {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                "record " + example.seq(), () -> check.of(example)));
    }

    private List<Example> examples() {
        return EXAMPLE.matcher(page).results().map(match -> example(match)).toList();
    }

    private static Example example(MatchResult match) {
        return new Example(
                Long.parseLong(match.group(1)),
                Integer.parseInt(match.group(2)),
                match.group(3),
                match.group(4).replace("\n", ""));
    }

    private JournalKey key() {
        try {
            return new JournalKey(hex(printed("public key")));
        } catch (MalformedException failure) {
            throw new AssertionError(failure);
        }
    }

    private String printed(String name) {
        Matcher matcher = Pattern.compile(name + " +([0-9a-f]{64})").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
