package org.assistcounter.fleet.wallets.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.bill.BillText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a packed bill may hold. */
class AlipayZipTest {

    private static final String NAME = "2088_20261127_业务明细.csv";
    private static final String SUMS = "2088_20261127_业务明细(汇总).csv";
    private static final Charset GBK = Charset.forName("GBK");
    private static final int MEGABYTE = 1 << 20;

    @TempDir Path directory = Path.of("");

    @Test
    void findsTheDetailsBesideTheSums() throws IOException {
        Path file = packed(SUMS, "sums", NAME, "details");

        try (var text = AlipayZip.details(file)) {
            assertThat(new String(text.readAllBytes(), GBK)).isEqualTo("details");
        }
    }

    @Test
    void refusesAFileWithoutDetails() throws IOException {
        assertThat(refusal(packed(SUMS, "sums"))).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAFileThatIsNotPacked() throws IOException {
        assertThat(refusal(Files.writeString(directory.resolve("bill"), "<html>")))
                .isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAFileThatIsCut() throws IOException {
        Path file = packed(NAME, "details, details, details, and so on");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));

        assertThat(refusal(file)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAFileOfWhichAByteIsChanged() throws IOException {
        Path file = packed(NAME, "#".repeat(100));
        byte[] bytes = Files.readAllBytes(file);
        int inside = 30 + NAME.getBytes(GBK).length + 1;
        bytes[inside] ^= 0x10;
        Files.write(file, bytes);

        assertThat(refusal(file)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAFileThatUnpacksEndlessly() throws IOException {
        assertThat(refusal(bomb(NAME))).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void refusesAFileThatUnpacksEndlesslyBeforeTheDetails() throws IOException {
        assertThat(refusal(bomb("readme.txt"))).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void refusesMoreFilesThanAnyBillHas() throws IOException {
        String[] many = new String[40];
        for (int at = 0; at < many.length; at += 2) {
            many[at] = "other" + at + ".csv";
            many[at + 1] = "text";
        }

        assertThat(refusal(packed(many))).isEqualTo(Fault.TOO_LARGE);
    }

    private Path packed(String... files) throws IOException {
        Path file = directory.resolve("bill.zip");
        try (OutputStream target = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(target, GBK)) {
            for (int at = 0; at < files.length; at += 2) {
                zip.putNextEntry(new ZipEntry(files[at]));
                zip.write(files[at + 1].getBytes(GBK));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path bomb(String name) throws IOException {
        Path file = directory.resolve("bomb.zip");
        byte[] lines = "#\n".repeat(MEGABYTE / 2).getBytes(GBK);
        try (OutputStream target = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(target, GBK)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(lines);
            }
            zip.closeEntry();
        }
        return file;
    }

    private static Fault refusal(Path file) {
        try {
            throw new AssertionError(
                    "It was believed: "
                            + BillText.lines(
                                            () -> AlipayZip.details(file),
                                            AlipayZip.CHARSET,
                                            AlipayBill::new)
                                    .collectList()
                                    .block());
        } catch (BillRefused refused) {
            return refused.answer().fault();
        }
    }
}
