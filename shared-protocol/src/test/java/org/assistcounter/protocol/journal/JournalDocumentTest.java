package org.assistcounter.protocol.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps JOURNAL.md true: its worked examples are made anew and compared. */
class JournalDocumentTest {
    private static final Path DOCUMENT = Path.of("JOURNAL.md");
    private static final String HEADING = "## Worked examples";
    private static final int LINE = 64;

    @Test
    void hasTheExamplesThatTheCodeMakes() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = examples();

        if ("yes".equals(System.getenv("REWRITE_DOCUMENTS"))) {
            int end = document.indexOf("```\n", document.indexOf(HEADING));
            Files.writeString(
                    DOCUMENT, (end < 0 ? document : document.substring(0, end)) + expected);
        }

        assertThat(Files.readString(DOCUMENT)).endsWith(expected);
    }

    @Test
    void namesEveryTypeOfFact() throws IOException {
        String document = Files.readString(DOCUMENT);

        for (FactType type : FactType.values()) {
            assertThat(document)
                    .contains(
                            "| "
                                    + type.number()
                                    + " | "
                                    + type.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', ' ')
                                    + " |");
        }
    }

    private static String examples() {
        StringBuilder text = new StringBuilder("```\n");
        text.append("public key   ")
                .append(HexFormat.of().formatHex(Journals.KEY.publicKey()))
                .append("\ngenesis hash ")
                .append(Journals.GENESIS.hash())
                .append("\n");
        List<JournalRecord> records = Journals.chain(Journals.oneFactOfEachKind());
        for (int i : new int[] {0, 3, 5}) {
            JournalRecord record = records.get(i);
            text.append("\nrecord ").append(i + 1).append(", type ").append(record.header().type());
            text.append("\nhash ").append(record.hash()).append("\n");
            wrap(text, HexFormat.of().formatHex(record.bytes()));
        }
        return text.append("```\n").toString();
    }

    private static void wrap(StringBuilder text, String hex) {
        for (int i = 0; i < hex.length(); i += LINE) {
            text.append(hex, i, Math.min(hex.length(), i + LINE)).append("\n");
        }
    }
}
