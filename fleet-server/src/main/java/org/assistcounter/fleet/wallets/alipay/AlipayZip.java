package org.assistcounter.fleet.wallets.alipay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.bill.BoundedStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of details in the packed file that Alipay gives. It never unpacks to more than any bill
 * is long, nor to much more than it is packed.
 */
public final class AlipayZip {
    /** Of what is in it, names and text. */
    public static final Charset CHARSET = Charset.forName("GB18030");

    private static final String DETAILS = "业务明细";
    private static final String SUMS = "汇总";
    private static final int FILES_MAX = 16;
    private static final long TEXT_MAX = 2L << 30;
    private static final int TIGHTNESS_MAX = 200;
    private static final long SMALL = 1 << 20;

    private AlipayZip() {}

    /** The text of the details; closing it closes the file. */
    public static InputStream details(Path file) throws IOException {
        long max = Math.min(TEXT_MAX, Files.size(file) * TIGHTNESS_MAX + SMALL);
        InputStream packed = new BufferedInputStream(Files.newInputStream(file));
        ZipInputStream zip = new ZipInputStream(packed, CHARSET);
        try {
            // All that is unpacked on the way counts, what is not wanted too.
            BoundedStream unpacked = new BoundedStream(zip, max);
            find(zip, unpacked);
            return unpacked;
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private static void find(ZipInputStream zip, InputStream unpacked) throws IOException {
        for (int count = 0; count < FILES_MAX; count++) {
            ZipEntry entry = next(zip);
            if (entry == null) {
                throw new BillRefused(Fault.DAMAGED, "there are no details in the packed file");
            }
            String name = entry.getName();
            if (name.contains(DETAILS) && !name.contains(SUMS)) {
                return;
            }
            unpacked.transferTo(OutputStream.nullOutputStream());
        }
        throw new BillRefused(Fault.TOO_LARGE, "there are more files in it than in any bill");
    }

    /** Names that are in no known character set are told as a damaged file, too. */
    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException malformed) {
            throw new BillRefused(Fault.DAMAGED, "a file in it has no readable name");
        }
    }
}
