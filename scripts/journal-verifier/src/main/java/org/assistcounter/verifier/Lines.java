package org.assistcounter.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export. Only a line feed ends a line, and a line longer than any record is read
 * past without being kept, so that a file of garbage costs no memory.
 */
final class Lines implements Closeable {

    /** Room for the longest record in base64, and for a certificate of any sensible size. */
    static final int LENGTH_MAX = 65_536;

    private static final int BUFFER = 65_536;

    private final InputStream in;
    private long count;
    private @Nullable Line returned;

    Lines(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** One line without its line feed; {@code ended} is false where the file ends before one. */
    record Line(long number, String text, boolean ended, boolean tooLong) {

        /** What makes the line unusable whatever it says, or null. */
        @Nullable String defect() {
            if (tooLong) {
                return "line " + number + " is longer than " + LENGTH_MAX + " bytes";
            }
            return ended ? null : "line " + number + " is cut: no line feed ends it";
        }
    }

    /** The next line, or null at the end of the file. */
    @Nullable Line next() throws IOException {
        Line again = returned;
        returned = null;
        return again == null ? read() : again;
    }

    /** The line that comes next is this one again. */
    void back(Line line) {
        returned = line;
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean tooLong = false;
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        while (octet >= 0 && octet != '\n') {
            tooLong = tooLong || text.size() == LENGTH_MAX;
            if (!tooLong) {
                text.write(octet);
            }
            octet = in.read();
        }
        count++;
        String kept = tooLong ? "" : text.toString(StandardCharsets.ISO_8859_1);
        return new Line(count, kept, octet == '\n', tooLong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
