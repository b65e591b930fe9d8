package org.assistcounter.protocol.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.transparency.NoteKey;
import org.jspecify.annotations.Nullable;

/**
 * The last file of an export: without it an export is not complete. It grows by a line for each
 * small file and each counter, whatever the number of records.
 */
public final class Manifest {
    /** Its name in the archive. */
    public static final String NAME = "manifest.txt";

    private final StringBuilder text = new StringBuilder("assistance-counter-export 1\n");
    private long counters;
    private long records;

    /**
     * Begins one.
     *
     * @param range what was asked for, both ends as of the log; null: unbounded
     */
    public Manifest(Keys keys, Range range, Instant made) {
        line("origin", keys.origin());
        line("range", word(range.from()), word(range.to()));
        line("made", made.toString());
        line("checkpoint-key", HexFormat.of().formatHex(keys.checkpoint().bytes()));
        line("log-key", keys.log().text());
        keys.witnesses().forEach(witness -> line("witness-key", witness.text()));
    }

    /** By what the fleet's words are checked. */
    public record Keys(String origin, Hash checkpoint, NoteKey log, List<NoteKey> witnesses) {}

    /** Of what time an export is. */
    public record Range(@Nullable Instant from, @Nullable Instant to) {}

    private static String word(@Nullable Instant time) {
        return time == null ? "-" : time.toString();
    }

    /** Notes a file. */
    public void file(String name, byte[] content) {
        String hash = HexFormat.of().formatHex(Sha256.of(content));
        line("file", hash, Long.toString(content.length), name);
    }

    /** Notes the records of a counter, whatever files they are in. */
    public void records(CounterId counter, Records of) {
        counters++;
        records += of.last() - of.first() + 1;
        line(
                "records",
                counter.hex(),
                Long.toString(of.first()),
                Long.toString(of.last()),
                Long.toString(of.bytes()),
                of.sha256().toString());
    }

    /**
     * Records of one counter.
     *
     * @param sha256 over their exact bytes one after another
     */
    public record Records(long first, long last, long bytes, Hash sha256) {}

    /** How many records have been noted. */
    public long recordCount() {
        return records;
    }

    /** The exact bytes. */
    public byte[] bytes() {
        List<String> end = new ArrayList<>(List.of("end"));
        end.add(Long.toString(counters));
        end.add(Long.toString(records));
        return (text + String.join(" ", end) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void line(String... words) {
        text.append(String.join(" ", words)).append('\n');
    }
}
