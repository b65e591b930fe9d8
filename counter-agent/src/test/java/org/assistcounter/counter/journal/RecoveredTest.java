package org.assistcounter.counter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.sale.OpenSale;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** What a starting agent reads back, and which journals it refuses to go on with. */
class RecoveredTest {

    @Test
    void beginsAtTheGenesisOfAnEmptyJournal() {
        Recovered recovered = read(List.of());

        assertThat(recovered.head()).isEqualTo(Chains.GENESIS);
        assertThat(recovered.openSale()).isNull();
        assertThat(recovered.nextCommand()).isOne();
    }

    @Test
    void findsShelfOpenSaleAndNextCommand() {
        List<JournalRecord> records = Chains.of(Chains.cutWhileTurning());

        Recovered recovered = read(Chains.bytes(records));

        assertThat(recovered.head().seq()).isEqualTo(records.size());
        assertThat(recovered.head().hash()).isEqualTo(records.getLast().hash());
        assertThat(recovered.nextCommand()).isEqualTo(42);
        assertThat(recovered.openSale())
                .isNotNull()
                .satisfies(open -> {
                    assertThat(open.sale().id()).isEqualTo(Chains.SALE);
                    assertThat(open.sale().paidMinor()).isEqualTo(1_280);
                    assertThat(open.progress()).isEqualTo(OpenSale.Progress.DISPENSE_COMMANDED);
                });
        assertThat(recovered.shelf().stock(Goods.APPLE)).isEqualTo(Goods.LOADED);
        assertThat(
                        Goods.release().slots().stream()
                                .filter(slot -> slot.slot() == Goods.HONEY)
                                .map(slot -> recovered.shelf().availability(slot, Goods.TODAY)))
                .containsExactly(Shelf.Availability.SLOT_OFF);
    }

    @Test
    void refusesAMissingRecord() {
        List<byte[]> disk = new ArrayList<>(Chains.bytes(Chains.beats(4)));
        disk.remove(1);

        assertRefused(disk, "record 3 does not follow the one before");
    }

    @Test
    void refusesAChangedByteInARecordBeforeTheNewest() {
        List<byte[]> disk = changed(1, 80);

        assertRefused(disk, "record 3 does not follow the one before");
    }

    @Test
    void refusesAChangedByteInTheNewestRecord() {
        List<byte[]> disk = changed(3, 100);

        assertRefused(disk, "the newest record is not signed by this counter");
    }

    @Test
    void refusesAChangedSignature() {
        List<byte[]> disk = changed(3, disk().get(3).length - 1);

        assertRefused(disk, "the newest record is not signed by this counter");
    }

    @Test
    void refusesAChangedLength() {
        List<byte[]> disk = changed(2, 134);

        assertRefused(disk, "the record after 2 cannot be read");
    }

    @Test
    void refusesARecordThatIsCutOff() {
        List<byte[]> disk = disk();
        byte[] whole = disk.get(3);
        disk.set(3, Arrays.copyOf(whole, whole.length - 1));

        assertRefused(disk, "the record after 3 cannot be read");
    }

    @Test
    void refusesTheJournalOfAnotherCounter() {
        CounterId other = new CounterId("f".repeat(32));
        ChainHead genesis = ChainHead.genesis(other, new byte[] {1, 2, 3});
        List<JournalRecord> foreign = Chains.after(genesis, List.of(new Fact.Beat()));

        assertRefused(Chains.bytes(foreign), "record 1 does not follow the one before");
    }

    @Test
    void refusesAJournalSignedWithAnotherKey() {
        Ed25519 other = new Ed25519(Chains.KEY.publicKey());

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> read(disk(), other::publicKey))
                .withMessage("the newest record is not signed by this counter");
    }

    /** Whatever a card changes, nothing is built on it. */
    @Test
    void findsEveryChangedBit() {
        List<byte[]> whole = disk();
        for (int place = 0; place < whole.size(); place++) {
            for (int at = 0; at < whole.get(place).length; at++) {
                byte[] changed = whole.get(place).clone();
                changed[at] ^= (byte) (1 << at % Byte.SIZE);
                List<byte[]> disk = new ArrayList<>(whole);
                disk.set(place, changed);

                assertThatExceptionOfType(JournalDamaged.class).isThrownBy(() -> read(disk));
            }
        }
    }

    private static void assertRefused(List<byte[]> disk, String message) {
        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> read(disk))
                .withMessage(message);
    }

    private static List<byte[]> disk() {
        return new ArrayList<>(Chains.bytes(Chains.beats(4)));
    }

    private static List<byte[]> changed(int record, int at) {
        List<byte[]> disk = disk();
        disk.get(record)[at] ^= 1;
        return disk;
    }

    private static Recovered read(List<byte[]> disk) {
        return read(disk, Chains.KEY::publicKey);
    }

    private static Recovered read(List<byte[]> disk, Recovered.Signed by) {
        return Recovered.read(
                new MemoryJournalStore(disk), Chains.GENESIS, Shelf.empty(Goods.release()), by);
    }
}
