package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts within an XLSX file. All are unpacked once to nowhere first, so that what is too big or
 * damaged is known before anything is kept; later each is unpacked again as it is read. By the list
 * of contents at the file's end, since some writers leave the sizes before the parts wrong.
 */
final class ZipParts implements AutoCloseable {

    private final ZipFile zip;
    private final long unpackedMax;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private ZipParts(ZipFile zip, int packedBytes) {
        this.zip = zip;
        this.unpackedMax =
                Math.min(
                        Bounds.UNPACKED_BYTES,
                        Math.max(
                                Bounds.UNPACKED_BYTES_HARMLESS,
                                packedBytes * Bounds.UNPACKED_TIMES));
    }

    static boolean isZip(byte[] file) {
        return file.length >= 4 && isAt(file, 0, 3, 4);
    }

    static ZipParts of(byte[] file) throws IOException {
        refuseTooManyEntries(file);
        ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .setIgnoreLocalFileHeader(true)
                        .get();
        ZipParts parts = new ZipParts(zip, file.length);
        parts.look();
        return parts;
    }

    /** The part of that name as XML; what has no such part is no spreadsheet. */
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new Refused("broken-xlsx", "no part " + Bounds.shown(name));
        }
        return new XmlGuard(zip.getInputStream(entry));
    }

    /** The same of a part whose whole content will be kept. */
    InputStream openList(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry != null && entry.getSize() > Bounds.LIST_PART_BYTES) {
            throw new Refused("unpacks-too-big", "too much in " + Bounds.shown(name));
        }
        return open(name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void look() throws IOException {
        long unpacked = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            unpacked += unpackToNowhere(entry, unpacked);
            entries.putIfAbsent(entry.getName().toLowerCase(Locale.ROOT), entry);
        }
    }

    private long unpackToNowhere(ZipArchiveEntry entry, long before) throws IOException {
        boolean usual =
                entry.getMethod() == ZipEntry.DEFLATED || entry.getMethod() == ZipEntry.STORED;
        if (!usual || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refused("broken-xlsx", "packed as no spreadsheet program does");
        }
        byte[] nowhere = new byte[65_536];
        CRC32 sum = new CRC32();
        long unpacked = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int got = in.read(nowhere); got >= 0; got = in.read(nowhere)) {
                sum.update(nowhere, 0, got);
                unpacked += got;
                refuseABomb(before + unpacked);
            }
        }
        if (sum.getValue() != entry.getCrc() || unpacked != entry.getSize()) {
            throw new Refused("broken-xlsx", "damaged: " + Bounds.shown(entry.getName()));
        }
        return unpacked;
    }

    private void refuseABomb(long unpacked) throws Refused {
        if (unpacked > unpackedMax) {
            throw new Refused("unpacks-too-big", "it unpacks to more than " + unpackedMax);
        }
    }

    /** Each has its line in the list of contents, and the library keeps all of them. */
    private static void refuseTooManyEntries(byte[] file) throws Refused {
        int entries = 0;
        for (int at = 0; at < file.length - 3; at++) {
            entries += isAt(file, at, 1, 2) ? 1 : 0;
        }
        if (entries > Bounds.ZIP_ENTRIES) {
            throw new Refused("unpacks-too-big", "more than " + Bounds.ZIP_ENTRIES + " parts");
        }
    }

    private static boolean isAt(byte[] file, int at, int third, int fourth) {
        return file[at] == 'P'
                && file[at + 1] == 'K'
                && file[at + 2] == third
                && file[at + 3] == fourth;
    }
}
