package org.assistcounter.powercuts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assistcounter.powercuts.StoredFile.Change;
import org.assistcounter.powercuts.StoredFile.Content;
import org.jspecify.annotations.Nullable;

/** Draws what a power cut leaves of a disk. */
final class ImageMaker {
    private static final int[] SECTORS = {512, 512, 4096};
    private static final double[] SHARES = {0.05, 0.5, 0.95};

    private final SplittableRandom random;
    private final Fate fate;
    private final int sector;
    private final double share;

    private ImageMaker(SplittableRandom random) {
        this.random = random;
        this.fate = Fate.values()[random.nextInt(Fate.values().length)];
        this.sector = SECTORS[random.nextInt(SECTORS.length)];
        this.share = SHARES[random.nextInt(SHARES.length)];
    }

    /** What becomes of the changes that no sync covered. */
    enum Fate {
        /** None is there. */
        NOTHING,
        /** All are there: the process died and the disk did not. */
        EVERYTHING,
        /** Those before one place in their order are there, and that one in part. */
        THE_FIRST,
        /** Some writes are there, each of them whole. */
        SOME_WRITES,
        /** Some sectors of some writes are there, and the newer is there above the older. */
        SOME_SECTORS,
        /** The same in any order, and some sectors hold what never was written. */
        ANY_ORDER
    }

    /** The files of one image. */
    static Map<String, byte[]> draw(Disk disk, SplittableRandom random) {
        Map<String, byte[]> files = new TreeMap<>();
        disk.candidates()
                .forEach((name, candidates) -> {
                    StoredFile file = candidates.get(random.nextInt(candidates.size()));
                    if (file != null) {
                        files.put(name, new ImageMaker(random).content(file));
                    }
                });
        return files;
    }

    private byte[] content(StoredFile file) {
        Content content = file.synced();
        switch (fate) {
            case NOTHING -> {}
            case EVERYTHING -> all(content, file.since());
            case THE_FIRST -> theFirst(content, file.since());
            case SOME_WRITES, SOME_SECTORS, ANY_ORDER -> some(content, file.since());
        }
        return content.bytes();
    }

    private static void all(Content content, List<Change> changes) {
        for (Change change : changes) {
            put(content, change);
        }
    }

    private void theFirst(Content content, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int place = random.nextInt(changes.size());
        all(content, changes.subList(0, place));
        if (changes.get(place) instanceof Change.Bytes torn) {
            List<Change.Bytes> sectors = sectors(torn);
            sectors.subList(0, random.nextInt(sectors.size() + 1))
                    .forEach(each -> put(content, each));
        }
    }

    /** A new length keeps its place: what is cut off cannot come back, nor be cut off later. */
    private void some(Content content, List<Change> changes) {
        List<Change.Bytes> pieces = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Bytes c -> {
                    if (fate == Fate.SOME_WRITES) {
                        pieces.add(c);
                    } else {
                        pieces.addAll(sectors(c));
                    }
                }
                case Change.Length c -> {
                    put(content, pieces);
                    pieces.clear();
                    if (isKept()) {
                        put(content, c);
                    }
                }
            }
        }
        put(content, pieces);
    }

    private void put(Content content, List<Change.Bytes> pieces) {
        if (fate == Fate.ANY_ORDER) {
            shuffle(pieces);
        }
        for (Change.Bytes piece : pieces) {
            if (isKept()) {
                put(content, piece);
            } else if (fate == Fate.ANY_ORDER) {
                spoil(content, piece);
            }
        }
    }

    /** The file has grown and the bytes have not come, or others have. */
    private void spoil(Content content, Change.Bytes piece) {
        int end = piece.at() + piece.bytes().remaining();
        switch (random.nextInt(8)) {
            case 0 -> {
                byte[] other = new byte[piece.bytes().remaining()];
                random.nextBytes(other);
                content.put(piece.at(), ByteBuffer.wrap(other));
            }
            case 1, 2 -> content.resize(Math.max(end, content.length()));
            default -> {}
        }
    }

    private static void put(Content content, Change change) {
        switch (change) {
            case Change.Bytes c -> content.put(c.at(), c.bytes());
            case Change.Length c -> content.resize(c.length());
        }
    }

    private List<Change.Bytes> sectors(Change.Bytes write) {
        List<Change.Bytes> pieces = new ArrayList<>();
        int at = write.at();
        int end = at + write.bytes().remaining();
        while (at < end) {
            int next = Math.min(end, (at / sector + 1) * sector);
            ByteBuffer bytes = write.bytes();
            pieces.add(
                    new Change.Bytes(
                            at, bytes.slice(bytes.position() + at - write.at(), next - at)));
            at = next;
        }
        return pieces;
    }

    private boolean isKept() {
        return random.nextDouble() < share;
    }

    private void shuffle(List<? extends @Nullable Object> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
