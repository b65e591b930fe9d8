package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program might unpack from an archive is never passed over. */
class TarArchiveTest {
    private static final int BLOCK = 512;
    private static final byte[] TEXT = "seven\nand more\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder = Path.of("");

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    private static byte[] header(String name, int size, char kind) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        header[156] = (byte) kind;
        put(header, 257, "ustar");
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private void add(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        tar.writeBytes(header);
        tar.writeBytes(TEXT);
        tar.writeBytes(new byte[BLOCK - TEXT.length]);
    }

    private Archive archive() throws IOException, MalformedException {
        return Archive.at(Files.write(folder.resolve("a.tar"), tar.toByteArray()));
    }

    private void isRefused(String words) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(this::archive)
                .satisfies(refused -> assertThat(refused.reason()).contains(words));
    }

    @Test
    void readsPlainFiles() throws Exception {
        add(header("log/1.note", TEXT.length, '0'));
        add(header("manifest.txt", 5, '0'));
        tar.writeBytes(new byte[3 * BLOCK]);

        try (Archive archive = archive()) {
            assertThat(archive.files()).containsOnlyKeys("log/1.note", "manifest.txt");
            assertThat(archive.bytes("log/1.note", BLOCK)).isEqualTo(TEXT);
            assertThat(archive.bytes("manifest.txt", BLOCK)).asString().isEqualTo("seven");
        }
    }

    @Test
    void aFileThatIsCutIsNotThere() throws Exception {
        add(header("log/1.note", TEXT.length, '0'));
        add(header("manifest.txt", 2 * BLOCK, '0'));

        try (Archive archive = archive()) {
            assertThat(archive.files()).containsOnlyKeys("log/1.note");
            assertThat(archive.strangers()).containsExactly("manifest.txt");
        }
    }

    @Test
    void refusesAFileBehindTheEnd() {
        add(header("log/1.note", TEXT.length, '0'));
        tar.writeBytes(new byte[2 * BLOCK]);
        add(header("manifest.txt", TEXT.length, '0'));

        isRefused("the archive goes on after its end");
    }

    @Test
    void refusesAFileWithoutAName() {
        add(header("", TEXT.length, '0'));

        isRefused("not a plain file with a short name");
    }

    @Test
    void refusesALinkAndAFolder() {
        add(header("manifest.txt", 0, '2'));
        isRefused("not a plain file with a short name in the archive at byte 0");
        tar.reset();
        add(header("log", 0, '5'));
        isRefused("not a plain file with a short name");
    }

    @Test
    void refusesALongNameInTwoParts() {
        byte[] header = header("manifest.txt", TEXT.length, '0');
        put(header, 345, "elsewhere");
        add(header);

        isRefused("not a plain file with a short name");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        add(header("manifest.txt", TEXT.length, '0'));
        add(header("manifest.txt", TEXT.length, '0'));

        isRefused("manifest.txt is in the archive twice");
    }
}
