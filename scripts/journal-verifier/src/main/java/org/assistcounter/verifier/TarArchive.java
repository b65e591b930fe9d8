package org.assistcounter.verifier;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An export as it was fetched. The headers are read once, so that counters can be read side by side
 * out of one file. Only plain files with short names are known (POSIX ustar).
 */
final class TarArchive implements Archive {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_OFFSET = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int KIND_OFFSET = 156;
    private static final int PREFIX_OFFSET = 345;
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final SortedMap<String, Long> files = new TreeMap<>();
    private final Map<String, Long> offsets = new HashMap<>();
    private final List<String> strangers = new ArrayList<>();

    private TarArchive(FileChannel channel) {
        this.channel = channel;
    }

    static TarArchive at(Path file) throws IOException, MalformedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        TarArchive archive = new TarArchive(channel);
        try {
            archive.index();
            return archive;
        } catch (IOException | MalformedException failure) {
            channel.close();
            throw failure;
        }
    }

    /** A file that is cut ends early: its last entry, and the manifest, are then not there. */
    private void index() throws IOException, MalformedException {
        byte[] header = new byte[BLOCK];
        long at = 0;
        while (at + BLOCK <= channel.size()) {
            fill(ByteBuffer.wrap(header), at);
            if (isEmpty(header)) {
                requireEmptyFrom(at);
                return;
            }
            check(header, at);
            long size = octal(header, SIZE_OFFSET, SIZE_LENGTH);
            at += BLOCK;
            String name = text(header, 0, NAME_LENGTH);
            if (at + size > channel.size()) {
                strangers.add(name);
            } else {
                if (files.put(name, size) != null) {
                    throw new MalformedException(name + " is in the archive twice");
                }
                offsets.put(name, at);
            }
            at += (size + BLOCK - 1) / BLOCK * BLOCK;
        }
    }

    private static boolean isEmpty(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    /** Nobody shall hide behind the end what another program would still unpack. */
    private void requireEmptyFrom(long end) throws IOException, MalformedException {
        byte[] block = new byte[BLOCK];
        for (long at = end; at + BLOCK <= channel.size(); at += BLOCK) {
            fill(ByteBuffer.wrap(block), at);
            if (!isEmpty(block)) {
                throw new MalformedException("the archive goes on after its end");
            }
        }
    }

    private static void check(byte[] header, long at) throws MalformedException {
        long told = octal(header, CHECKSUM_OFFSET, CHECKSUM_LENGTH);
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
            sum += own ? ' ' : header[i] & 0xFF;
        }
        if (told != sum) {
            throw new MalformedException("not a tar archive at byte " + at);
        }
        boolean isPlain = header[KIND_OFFSET] == '0' || header[KIND_OFFSET] == 0;
        if (!isPlain || header[0] == 0 || header[PREFIX_OFFSET] != 0) {
            throw new MalformedException(
                    "not a plain file with a short name in the archive at byte " + at);
        }
    }

    private static long octal(byte[] header, int at, int length) throws MalformedException {
        try {
            return Long.parseUnsignedLong(text(header, at, length).strip(), 8);
        } catch (NumberFormatException failure) {
            throw new MalformedException("not a tar archive: a number of a header is wrong");
        }
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    /** What is cut; other programs unpack as much as there is. */
    @Override
    public List<String> strangers() {
        return strangers;
    }

    @Override
    public InputStream open(String name) {
        long begin = offsets.getOrDefault(name, 0L);
        return new BufferedInputStream(new Part(begin, files.getOrDefault(name, 0L)), BUFFER);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** One file; the channel is read at positions, so that parts do not disturb each other. */
    private final class Part extends InputStream {
        private long at;
        private long left;

        Part(long at, long left) {
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int wanted = (int) Math.min(length, left);
            int got = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
            if (got < 0) {
                throw new EOFException("the archive ends within a file");
            }
            at += got;
            left -= got;
            return got;
        }
    }
}
