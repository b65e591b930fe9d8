package org.assistcounter.counter.agent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.counter.journal.store.SqliteJournalStore;

/**
 * Writes a journal as text that a stranger can check (shared-protocol/JOURNAL.md, "Export"): a line
 * for the form, the counter, its public key and its certificate, then one line a record.
 */
final class JournalExport {

    private JournalExport() {}

    static void write(Path data, Path file) throws IOException, GeneralSecurityException {
        Identity identity = Identity.read(data);
        if (JournalBase.of(identity) != null) {
            throw new SettingsException(
                    "this card goes on for another; the whole journal is to be had of the fleet");
        }
        HexFormat hex = HexFormat.of();
        try (SqliteJournalStore journal =
                        SqliteJournalStore.openToRead(data.resolve(RunningCounter.JOURNAL));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("assistance-counter-journal 1\n");
            out.write("counter " + identity.counter().hex() + "\n");
            out.write("key " + hex.formatHex(identity.journalKey().publicKey()) + "\n");
            byte[] certificate = Tls.certificate(identity.text("certificate")).getEncoded();
            out.write("certificate " + Base64.getEncoder().encodeToString(certificate) + "\n");
            journal.forEach(bytes -> {
                try {
                    out.write("record " + Base64.getEncoder().encodeToString(bytes) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
