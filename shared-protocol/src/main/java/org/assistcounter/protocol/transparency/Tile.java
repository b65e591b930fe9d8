package org.assistcounter.protocol.transparency;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.protocol.journal.Hash;

/**
 * 256 neighbouring hashes of every eighth level, as C2SP tlog-tiles has them: what a store keeps.
 * The levels between are worked out of them. A tile only ever grows at its end.
 *
 * @param level 0 for leaves, 1 for subtrees of 256 leaves, and so on
 */
public record Tile(int level, long index) {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    private static final int HEIGHT = 8;

    /** The tile that has the hashes a subtree is made of. */
    public static Tile of(Subtree subtree) {
        int within = subtree.level() % HEIGHT;
        return new Tile(subtree.level() / HEIGHT, subtree.index() >>> (HEIGHT - within));
    }

    /** The tiles that these subtrees are in. */
    public static Set<Tile> of(Collection<Subtree> subtrees) {
        Set<Tile> tiles = new HashSet<>();
        subtrees.forEach(subtree -> tiles.add(of(subtree)));
        return tiles;
    }

    /** Tiles that were read, with what is put to their ends. */
    public static final class Book implements Subtree.Hashes {
        private final Map<Tile, byte[]> tiles;
        private final Set<Tile> grown = new HashSet<>();

        public Book(Map<Tile, byte[]> read) {
            tiles = new HashMap<>(read);
        }

        @Override
        public Hash of(Subtree subtree) {
            int within = subtree.level() % HEIGHT;
            byte[] hashes = tiles.getOrDefault(Tile.of(subtree), new byte[0]);
            int count = 1 << within;
            int first = (int) (subtree.index() << within & WIDTH - 1);
            if ((first + count) * Hash.LENGTH > hashes.length) {
                throw new IllegalStateException("the log's tiles lack " + subtree);
            }
            return joined(hashes, first, count);
        }

        private static Hash joined(byte[] hashes, int first, int count) {
            if (count == 1) {
                int from = first * Hash.LENGTH;
                return new Hash(Arrays.copyOfRange(hashes, from, from + Hash.LENGTH));
            }
            int half = count / 2;
            return Merkle.node(joined(hashes, first, half), joined(hashes, first + half, half));
        }

        /** Takes the hash of a subtree that was completed; levels between tiles are not kept. */
        public void put(Subtree subtree, Hash hash) {
            if (subtree.level() % HEIGHT != 0) {
                return;
            }
            Tile tile = Tile.of(subtree);
            byte[] before = tiles.getOrDefault(tile, new byte[0]);
            if (before.length != (subtree.index() & WIDTH - 1) * Hash.LENGTH) {
                throw new IllegalStateException(subtree + " does not follow in its tile");
            }
            byte[] after = Arrays.copyOf(before, before.length + Hash.LENGTH);
            System.arraycopy(hash.bytes(), 0, after, before.length, Hash.LENGTH);
            tiles.put(tile, after);
            grown.add(tile);
        }

        /** The tiles that have grown. */
        public List<Tile> grown() {
            return List.copyOf(grown);
        }

        /** The hashes in a tile, one after another. */
        public byte[] bytes(Tile tile) {
            return tiles.getOrDefault(tile, new byte[0]).clone();
        }
    }
}
