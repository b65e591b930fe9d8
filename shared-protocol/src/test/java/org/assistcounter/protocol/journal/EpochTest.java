package org.assistcounter.protocol.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.junit.jupiter.api.Test;

/** A journal that goes on with another key. */
class EpochTest {
    private static final ClockReading CLOCK =
            new ClockReading(1, 1, ClockReading.ClockQuality.NONE, 0);
    private static final Ed25519 NEW_KEY = new Ed25519(filled(3));
    private static final Ed25519 FLEET = new Ed25519(filled(9));

    private final List<JournalRecord> old =
            Journals.chain(Journals.oneFactOfEachKind()).subList(0, 6);
    private final ChainHead base = Journals.GENESIS.after(old.getLast());

    private static byte[] filled(int with) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(seed, (byte) with);
        return seed;
    }

    private static Fact.EpochBegun begun(ChainHead base) {
        var checkpoint =
                new Checkpoint(
                        "fleet.example",
                        base.counter(),
                        base.epoch(),
                        base.seq(),
                        base.hash(),
                        Instant.EPOCH);
        return new Fact.EpochBegun(CheckpointNote.sign(checkpoint, FLEET), base.hash(), "0.1.0");
    }

    private static List<JournalRecord> sealed(ChainHead head, Ed25519 key, Fact... facts) {
        List<JournalRecord> records = new ArrayList<>();
        ChainHead next = head;
        for (Fact fact : facts) {
            JournalRecord record = JournalRecord.seal(next, fact, CLOCK, key);
            records.add(record);
            next = next.after(record);
        }
        return records;
    }

    /** By a fleet that gave the new key its place. */
    private Verdict judge(ChainHead head, List<JournalRecord> batch) {
        return check(old).judge(head, Journals.bytes(batch));
    }

    private static ChainCheck check(List<JournalRecord> known) {
        return new ChainCheck(
                NEW_KEY.publicKey(),
                2,
                Ed25519::holds,
                seq -> seq > known.size() ? null : known.get((int) seq - 1).hash());
    }

    private void refuses(ChainHead head, List<JournalRecord> batch, String why) {
        assertThat(judge(head, batch))
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        damaged -> assertThat(damaged.reason()).contains(why));
    }

    @Test
    void goesOnWithTheTotalsOfTheBase() {
        var batch = sealed(base.inEpoch(2), NEW_KEY, begun(base), new Fact.Beat());

        var verdict = (Verdict.Append) judge(base, batch);

        assertThat(verdict.misplaced()).isEmpty();
        assertThat(verdict.head().epoch()).isEqualTo(2);
        assertThat(verdict.head().seq()).isEqualTo(base.seq() + 2);
        assertThat(verdict.head().totals()).isEqualTo(base.totals());
    }

    @Test
    void refusesWhatTheOldKeySignsBehindTheBase() {
        refuses(base, sealed(base, Journals.KEY, new Fact.Beat()), "signed with another key");
    }

    @Test
    void refusesTheOldEpochUnderTheNewKey() {
        refuses(base, sealed(base, NEW_KEY, new Fact.Beat()), "of epoch 1");
    }

    @Test
    void refusesAnEpochThatIsNotThatOfTheKey() {
        ChainHead third = base.inEpoch(3);

        refuses(base, sealed(third, NEW_KEY, begun(base)), "of epoch 3");
    }

    @Test
    void takesAnEpochWhoseForerunnerNeverSpoke() {
        var batch = sealed(base.inEpoch(3), NEW_KEY, begun(base));
        var check = new ChainCheck(NEW_KEY.publicKey(), 3, Ed25519::holds, _ -> null);

        assertThat(check.judge(base, Journals.bytes(batch)))
                .isInstanceOfSatisfying(
                        Verdict.Append.class, append -> assertThat(append.misplaced()).isEmpty());
    }

    @Test
    void refusesAnEpochThatGoesBack() {
        ChainHead third = base.inEpoch(3);

        refuses(third, sealed(base.inEpoch(2), NEW_KEY, begun(base)), "does not follow");
    }

    @Test
    void refusesAnEpochWithoutItsBeginning() {
        var start = new Fact.Booted("0".repeat(32), "0.1.0", true);

        refuses(base, sealed(base.inEpoch(2), NEW_KEY, start), "without its beginning");
    }

    @Test
    void refusesAnEpochInTheOldBoot() {
        var sameBoot = new ChainHead(base.counter(), 2, 0, base.seq(), base.hash(), base.totals());

        refuses(base, sealed(sameBoot, NEW_KEY, begun(base)), "without a new boot");
    }

    @Test
    void refusesACheckpointOfAnotherRecord() {
        ChainHead earlier = Journals.GENESIS.after(old.get(4));

        refuses(base, sealed(base.inEpoch(2), NEW_KEY, begun(earlier)), "of another record");
    }

    @Test
    void seesAForkInABaseThatTheFleetHasLeftBehind() {
        ChainHead earlier = Journals.GENESIS.after(old.get(4));

        assertThat(judge(base, sealed(earlier.inEpoch(2), NEW_KEY, begun(earlier))))
                .isInstanceOf(Verdict.Fork.class);
    }

    @Test
    void refusesTotalsThatAreNotThoseOfTheBase() {
        var next = base.inEpoch(2);
        var lying =
                new ChainHead(
                        next.counter(),
                        next.epoch(),
                        next.boot(),
                        next.seq(),
                        next.hash(),
                        Totals.ZERO);

        assertThat(judge(base, sealed(lying, NEW_KEY, begun(base))))
                .isInstanceOf(Verdict.WrongTotals.class);
    }

    @Test
    void refusesAnEpochBehindAnEmptyJournal() {
        ChainHead empty = Journals.GENESIS;

        refuses(empty, sealed(empty.inEpoch(2), NEW_KEY, begun(empty)), "does not follow");
    }

    @Test
    void takesABeginningInsideAnEpochAndSaysSo() {
        var first = sealed(base.inEpoch(2), NEW_KEY, begun(base));
        ChainHead inside = base.after(first.getFirst());
        var again = sealed(inside.nextBoot(), NEW_KEY, begun(inside));

        assertThat(((Verdict.Append) judge(inside, again)).misplaced())
                .isEqualTo(Map.of(8L, "an epoch begins inside an epoch"));
    }

    @Test
    void knowsRecordsOfTheOldKeyAgainByTheirHashes() {
        var first = sealed(base.inEpoch(2), NEW_KEY, begun(base));

        assertThat(judge(base, old)).isEqualTo(new Verdict.Duplicate());
        assertThat(judge(base, List.of(old.getLast(), first.getFirst())))
                .isInstanceOf(Verdict.Append.class);
    }

    @Test
    void seesNoForkInWhatTheOldKeySignsAgain() {
        ChainHead earlier = Journals.GENESIS.after(old.get(4));

        refuses(base, sealed(earlier, Journals.KEY, new Fact.Beat()), "another key");
    }
}
