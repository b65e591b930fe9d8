package org.assistcounter.verifier;

import java.io.IOException;
import java.util.HexFormat;
import org.assistcounter.verifier.Lines.Line;

/** The lines before the records: whose journal it is, and what its chain begins from. */
record ExportHead(String counter, Keys keys, String certificateHash, String genesis) {

    private static final String TITLE = "assistance-counter-journal 1";
    private static final String EPOCH = "epoch ";
    private static final int COUNTER_SIZE = 16;

    static ExportHead read(Lines lines) throws IOException, MalformedException {
        if (!text(lines).equals(TITLE)) {
            throw new MalformedException("line 1 is not \"" + TITLE + "\"");
        }
        ExportHead head =
                of(value(lines, "counter "), value(lines, "key "), value(lines, "certificate "));
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.defect() != null || !line.text().startsWith(EPOCH)) {
                lines.back(line);
                return head;
            }
            head.keys().add(line.text().substring(EPOCH.length()));
        }
        return head;
    }

    /** From the three texts that say it. */
    static ExportHead of(String counterText, String keyText, String certificateText)
            throws MalformedException {
        byte[] counter = hex(counterText, COUNTER_SIZE, "line 2: the counter");
        JournalKey key = new JournalKey(hex(keyText, JournalKey.SIZE, "line 3: the key"));
        byte[] certificate = certificate(certificateText);
        HexFormat format = HexFormat.of();
        String certificateHash = format.formatHex(Hashes.sha256(certificate));
        return new ExportHead(
                format.formatHex(counter),
                new Keys(key, certificateHash),
                certificateHash,
                format.formatHex(Hashes.genesis(counter, certificate)));
    }

    private static byte[] certificate(String text) throws MalformedException {
        try {
            return StrictBase64.decode(text);
        } catch (MalformedException failure) {
            throw new MalformedException("line 4: the certificate " + failure.reason());
        }
    }

    private static byte[] hex(String text, int size, String what) throws MalformedException {
        if (!text.matches("[0-9a-fA-F]{" + 2 * size + "}")) {
            throw new MalformedException(what + " is not " + 2 * size + " hexadecimal digits");
        }
        return HexFormat.of().parseHex(text);
    }

    private static String value(Lines lines, String word) throws IOException, MalformedException {
        String text = text(lines);
        if (!text.startsWith(word)) {
            throw new MalformedException("the line \"" + word + "…\" is missing from the head");
        }
        return text.substring(word.length());
    }

    private static String text(Lines lines) throws IOException, MalformedException {
        Line line = lines.next();
        if (line == null) {
            throw new MalformedException("the file ends before the head is complete");
        }
        String defect = line.defect();
        if (defect != null) {
            throw new MalformedException(defect);
        }
        return line.text();
    }
}
