package org.assistcounter.counter.agent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.counter.journal.store.SqliteJournalStore;

/**
 * Writes a journal as text that a stranger can check (shared-protocol/JOURNAL.md, "Export"): a line
 * for the form, the counter, its public keys and their certificates, then one line a record.
 */
final class JournalExport {

    private JournalExport() {}

    static void write(Path data, Path file) throws IOException {
        Identity identity = Identity.read(data);
        List<KeyHistory.Key> keys = KeyHistory.of(identity).keys();
        KeyHistory.Key first = keys.getFirst();
        if (first.base() != null) {
            throw new SettingsException(
                    "this card goes on for another; the whole journal is to be had of the fleet");
        }
        try (SqliteJournalStore journal =
                        SqliteJournalStore.openToRead(data.resolve(RunningCounter.JOURNAL));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("assistance-counter-journal 1\n");
            out.write("counter " + identity.counter().hex() + "\n");
            out.write("key " + hex(first) + "\n");
            out.write("certificate " + der(first) + "\n");
            for (KeyHistory.Key key : keys.subList(1, keys.size())) {
                out.write("epoch " + key.epoch() + " " + key.fromSeq() + " ");
                out.write(hex(key) + " " + der(key) + "\n");
            }
            journal.forEach(bytes -> {
                try {
                    out.write("record " + Base64.getEncoder().encodeToString(bytes) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String hex(KeyHistory.Key key) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(key.publicKey()));
    }

    private static String der(KeyHistory.Key key) {
        return Base64.getEncoder().encodeToString(Tls.encoded(key.certificate()));
    }
}
