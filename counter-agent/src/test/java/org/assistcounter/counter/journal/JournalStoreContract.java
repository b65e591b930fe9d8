package org.assistcounter.counter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.JournalRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal store keeps to; one subclass for each kind. */
public abstract class JournalStoreContract {
    private static final List<JournalRecord> FIVE = Chains.beats(5);

    private JournalStore store = new MemoryJournalStore(List.of());

    /** Opens the same disk each time within one test. */
    protected abstract JournalStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.newestSeq()).isZero();
        assertThat(store.read(1, 10)).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void givesBackTheExactBytesInOrder() {
        store.append(FIVE.subList(0, 2));
        store.append(FIVE.subList(2, 5));

        assertThat(store.newestSeq()).isEqualTo(5);
        assertThat(all()).containsExactlyElementsOf(Chains.bytes(FIVE));
    }

    @Test
    void readsFromANumberOnAndNoMoreThanAsked() {
        store.append(FIVE);

        assertThat(store.read(2, 3)).containsExactlyElementsOf(Chains.bytes(FIVE.subList(1, 4)));
        assertThat(store.read(5, 64)).containsExactlyElementsOf(Chains.bytes(FIVE.subList(4, 5)));
        assertThat(store.read(6, 64)).isEmpty();
    }

    @Test
    void keepsEverythingWhenItIsTidied() {
        store.append(FIVE.subList(0, 2));
        store.tidy();
        store.append(FIVE.subList(2, 5));
        store.tidy();

        assertThat(all()).containsExactlyElementsOf(Chains.bytes(FIVE));
    }

    @Test
    void refusesAGap() {
        store.append(FIVE.subList(0, 2));

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> store.append(FIVE.subList(3, 4)));
        assertThat(store.newestSeq()).isEqualTo(2);
    }

    @Test
    void refusesARecordThatItHas() {
        store.append(FIVE.subList(0, 2));

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> store.append(FIVE.subList(1, 2)));
        assertThat(all()).containsExactlyElementsOf(Chains.bytes(FIVE.subList(0, 2)));
    }

    /** As on a card that was given the place of another. */
    @Test
    void beginsAtAnyNumberAndGoesOnWithoutAGap() {
        store.append(FIVE.subList(2, 4));

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> store.append(FIVE.subList(0, 1)));
        store.append(FIVE.subList(4, 5));

        assertThat(store.newestSeq()).isEqualTo(5);
        assertThat(all()).containsExactlyElementsOf(Chains.bytes(FIVE.subList(2, 5)));
        assertThat(store.read(1, 2)).containsExactlyElementsOf(Chains.bytes(FIVE.subList(2, 4)));
        assertThat(store.read(5, 2)).containsExactlyElementsOf(Chains.bytes(FIVE.subList(4, 5)));
        assertThat(store.read(6, 2)).isEmpty();
    }

    @Test
    void appendsAllOrNone() {
        List<JournalRecord> broken = List.of(FIVE.get(0), FIVE.get(1), FIVE.get(3));

        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> store.append(broken));
        assertThat(store.newestSeq()).isZero();

        store.append(FIVE);
        assertThat(store.newestSeq()).isEqualTo(5);
    }

    @Test
    void survivesBeingOpenedAgain() {
        store.append(FIVE.subList(0, 3));
        store.close();

        store = open();
        store.append(FIVE.subList(3, 5));

        assertThat(all()).containsExactlyElementsOf(Chains.bytes(FIVE));
    }

    private List<byte[]> all() {
        List<byte[]> records = new ArrayList<>();
        store.forEach(records::add);
        return records;
    }
}
