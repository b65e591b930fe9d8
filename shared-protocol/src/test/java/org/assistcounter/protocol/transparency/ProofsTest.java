package org.assistcounter.protocol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.journal.Hash;
import org.junit.jupiter.api.Test;

/** Against a second implementation that does what RFC 6962 says, word by word. */
class ProofsTest {
    private static final int SIZE_MAX = 300;
    private static final NaiveTree ALL = new NaiveTree(SIZE_MAX);

    /** Tiles as a store has them, grown leaf by leaf. */
    private static Tile.Book grown(int size) {
        Tile.Book book = new Tile.Book(Map.of());
        Frontier frontier = Frontier.of(0, book);
        for (int i = 0; i < size; i++) {
            frontier.append(Merkle.leaf(ALL.leaf(i)), book::put);
        }
        return book;
    }

    private static List<Hash> hashes(List<Span> spans, Subtree.Hashes book) {
        return spans.stream().map(span -> span.hash(book)).toList();
    }

    @Test
    void theRootIsThatOfTheDefinitionAtEverySize() {
        Tile.Book book = new Tile.Book(Map.of());
        Frontier frontier = Frontier.of(0, book);
        for (int size = 0; size < SIZE_MAX; size++) {
            assertThat(frontier.root()).isEqualTo(ALL.root(size));
            assertThat(Frontier.of(size, book).root()).isEqualTo(frontier.root());

            frontier.append(Merkle.leaf(ALL.leaf(size)), book::put);
        }
    }

    /** The eight leaves and roots that the tests of certificate-transparency use since 2012. */
    @Test
    void theRootsAreThoseThatEveryOtherImplementationKnows() {
        List<String> data =
                List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f");
        List<String> roots =
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        Tile.Book book = new Tile.Book(Map.of());
        Frontier frontier = Frontier.of(0, book);

        for (int i = 0; i < data.size(); i++) {
            frontier.append(Merkle.leaf(HexFormat.of().parseHex(data.get(i))), book::put);

            assertThat(frontier.root()).hasToString(roots.get(i));
        }
        assertThat(Merkle.EMPTY)
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void everyLeafIsProvenInEveryTree() {
        Tile.Book book = grown(SIZE_MAX);
        for (int size = 1; size <= SIZE_MAX; size += size < 70 ? 1 : 23) {
            Hash root = ALL.root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = hashes(Proofs.inclusion(index, size), book);
                Hash leaf = Merkle.leaf(ALL.leaf(index));

                assertThat(proof).isEqualTo(ALL.path(index, size));
                assertThat(Proofs.root(leaf, index, size, proof)).isEqualTo(root);
                assertThat(Proofs.root(Merkle.EMPTY, index, size, proof)).isNotEqualTo(root);
                assertThat(Proofs.root(leaf, index, size, longer(proof))).isNotEqualTo(root);
                assertThat(Proofs.root(leaf, index ^ 1, size, proof))
                        .isNotEqualTo(size == 1 ? Merkle.EMPTY : root);
            }
        }
    }

    @Test
    void everyTreeIsProvenToBeginWithEveryOlderOne() {
        Tile.Book book = grown(SIZE_MAX);
        for (int size = 1; size <= SIZE_MAX; size += size < 70 ? 1 : 23) {
            Hash root = ALL.root(size);
            for (int old = 1; old <= size; old++) {
                List<Hash> proof = hashes(Proofs.consistency(old, size), book);
                Hash older = ALL.root(old);

                assertThat(proof).isEqualTo(ALL.proof(old, size));
                assertThat(Proofs.isConsistent(old, older, size, root, proof)).isTrue();
                assertThat(Proofs.isConsistent(old, Merkle.EMPTY, size, root, proof)).isFalse();
                assertThat(Proofs.isConsistent(old, older, size, Merkle.EMPTY, proof)).isFalse();
                assertThat(Proofs.isConsistent(old, older, size, root, longer(proof))).isFalse();
            }
        }
    }

    @Test
    void aLogThatHasForgottenOrChangedALeafIsNotConsistent() {
        Tile.Book book = new Tile.Book(Map.of());
        Frontier other = Frontier.of(0, book);
        for (int i = 0; i < 100; i++) {
            other.append(i == 20 ? Merkle.EMPTY : Merkle.leaf(ALL.leaf(i)), book::put);
        }
        for (int old = 21; old < 100; old++) {
            List<Hash> proof = hashes(Proofs.consistency(old, 100), book);

            assertThat(Proofs.isConsistent(old, ALL.root(old), 100, other.root(), proof)).isFalse();
        }
        assertThat(Proofs.isConsistent(100, other.root(), 99, ALL.root(99), List.of())).isFalse();
    }

    @Test
    void proofsOfLargeTreesAreAsLongAsTheTreeIsHigh() {
        assertThat(Proofs.inclusion(123_456_789, 1L << 40)).hasSize(40);
        assertThat(Proofs.consistency((1L << 40) - 1, 1L << 40)).hasSizeLessThanOrEqualTo(41);
    }

    @Test
    void aTileIsReadOnlyAsFarAsItGoes() {
        Tile.Book book = grown(257);

        assertThat(book.grown())
                .containsExactlyInAnyOrder(new Tile(0, 0), new Tile(0, 1), new Tile(1, 0));
        assertThat(book.bytes(new Tile(1, 0))).hasSize(32);
        assertThat(book.of(new Subtree(8, 0))).isEqualTo(ALL.root(256));
        assertThatThrownBy(() -> book.of(new Subtree(1, 128)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> new Tile.Book(new HashMap<>()).put(new Subtree(0, 3), Merkle.EMPTY))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Hash> longer(List<Hash> proof) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Merkle.EMPTY);
        return longer;
    }
}
