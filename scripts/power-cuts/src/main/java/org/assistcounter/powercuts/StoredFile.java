package org.assistcounter.powercuts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file on a disk that may lose power: what is there for good, and what may or may not be. */
final class StoredFile {
    private final Content synced;
    private final List<Change> since = new ArrayList<>();

    StoredFile(byte[] content) {
        synced = new Content(content);
    }

    /** What was asked of the file and not synced. */
    sealed interface Change {

        /** Bytes at a place. */
        record Bytes(int at, ByteBuffer bytes) implements Change {}

        /** Another length. */
        record Length(int length) implements Change {}
    }

    void write(long at, ByteBuffer bytes) {
        since.add(new Change.Bytes(Math.toIntExact(at), bytes));
    }

    void resize(long length) {
        since.add(new Change.Length(Math.toIntExact(length)));
    }

    void sync() {
        for (Change change : since) {
            switch (change) {
                case Change.Bytes c -> synced.put(c.at(), c.bytes());
                case Change.Length c -> synced.resize(c.length());
            }
        }
        since.clear();
    }

    Content synced() {
        return synced.copy();
    }

    List<Change> since() {
        return since;
    }

    /** Bytes that grow. */
    static final class Content {
        private byte[] bytes;
        private int length;

        Content(byte[] bytes) {
            this.bytes = bytes.clone();
            this.length = bytes.length;
        }

        int length() {
            return length;
        }

        void put(int at, ByteBuffer from) {
            int end = at + from.remaining();
            if (end > length) {
                resize(end);
            }
            from.duplicate().get(bytes, at, from.remaining());
        }

        /** What is added is zero. */
        void resize(int wanted) {
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(wanted, 2 * bytes.length));
            }
            if (wanted < length) {
                Arrays.fill(bytes, wanted, length, (byte) 0);
            }
            length = wanted;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        private Content copy() {
            return new Content(bytes());
        }
    }
}
