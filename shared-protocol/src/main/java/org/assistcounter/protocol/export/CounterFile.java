package org.assistcounter.protocol.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of one counter beside its records.
 *
 * @param begin the logged record before the first; null when the journal is there from its start
 * @param end the logged record that is the last
 * @param checkpoint the fleet's signed word for the last record
 */
public record CounterFile(
        CounterId counter, Keys keys, @Nullable Anchor begin, Place end, String checkpoint) {

    /**
     * Whose journal it is.
     *
     * @param journal the raw public key of the first epoch
     * @param certificate the enrolment certificate's DER in base64
     * @param later the keys after it
     */
    public record Keys(Hash journal, String certificate, List<LaterKey> later) {

        /** Of a counter that never had another key. */
        public Keys(Hash journal, String certificate) {
            this(journal, certificate, List.of());
        }
    }

    /**
     * A key after the first.
     *
     * @param fromSeq the number of the first record that it may sign
     * @param journal the raw public key
     * @param certificate the certificate that came with it, DER in base64
     */
    public record LaterKey(long epoch, long fromSeq, Hash journal, String certificate) {

        /** Its line in an export, ended by a line feed. */
        public String line() {
            String key = HexFormat.of().formatHex(journal.bytes());
            return "epoch " + epoch + " " + fromSeq + " " + key + " " + certificate + "\n";
        }
    }

    /** A leaf with its path in the export's newest tree head. */
    public record Place(long index, HeadLeaf leaf, List<Hash> path) {

        private String line(String word) {
            StringBuilder line = new StringBuilder(word + " " + index + " " + base64(leaf.bytes()));
            path.forEach(hash -> line.append(' ').append(base64(hash.bytes())));
            return line.append('\n').toString();
        }
    }

    /** The record that an extract begins after, in the log too. */
    public record Anchor(String record, Place place) {

        /** Of the record's exact bytes. */
        public static Anchor of(byte[] record, Place place) {
            return new Anchor(base64(record), place);
        }
    }

    /** The folder of a counter in the archive. */
    public static String folder(CounterId counter) {
        return "counters/" + counter.hex() + "/";
    }

    /** A file of records that begins with this number: sorted by name they are in order. */
    public static String records(CounterId counter, long firstSeq) {
        return folder(counter) + String.format("%020d.records", firstSeq);
    }

    public String name() {
        return folder(counter) + "counter.txt";
    }

    /** The number of the first record. */
    public long firstSeq() {
        return begin == null ? 1 : begin.place().leaf().seq() + 1;
    }

    /** The exact bytes. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder("assistance-counter-evidence 1\n");
        text.append("counter ").append(counter.hex()).append('\n');
        String key = HexFormat.of().formatHex(keys.journal().bytes());
        text.append("key ").append(key).append('\n');
        text.append("certificate ").append(keys.certificate()).append('\n');
        keys.later().forEach(later -> text.append(later.line()));
        if (begin != null) {
            text.append("after ").append(begin.record()).append('\n');
            text.append(begin.place().line("after-leaf"));
        }
        text.append("records ").append(firstSeq()).append(' ');
        text.append(end.leaf().seq()).append('\n');
        text.append(end.line("leaf"));
        byte[] note = checkpoint.getBytes(StandardCharsets.UTF_8);
        text.append("checkpoint ").append(base64(note)).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
