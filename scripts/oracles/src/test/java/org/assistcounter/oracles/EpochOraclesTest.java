package org.assistcounter.oracles;

import java.util.Base64;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** How a journal goes on with another key (JOURNAL.md, rule 9). */
class EpochOraclesTest {
    private final Story story = Story.ofOneApple();
    private final ChainHead base = story.head();

    private static Fact begun(long seq, ChainHead head) {
        String note =
                """
                fleet.example/counter/%s
                %d
                %s
                epoch %d
                time 2026-12-01T08:00:00Z
                """
                        .formatted(
                                head.counter().hex(),
                                seq,
                                Base64.getEncoder().encodeToString(head.hash().bytes()),
                                head.epoch());
        return new Fact.EpochBegun(note, head.hash(), "test");
    }

    @Test
    void holdsForAJournalThatGoesOnWithAnotherKey() {
        story.later(1_000).fact(new Fact.Beat()).later(-900);
        ChainHead head = story.head();

        story.sealed(head.inEpoch(2), begun(head.seq(), head));
        story.sealed(story.head(), new Fact.Booted("01", "test", true));
        story.fact(new Fact.Beat()).fact(new Fact.Booted("02", "test", true)).rests();
    }

    @Test
    void missesAnotherEpochWithoutItsBeginning() {
        Story.breaks(
                "journal",
                "does not begin an epoch",
                () -> story.sealed(base.inEpoch(2), new Fact.Booted("01", "test", true)));
    }

    @Test
    void missesABeginningWithTheSameKey() {
        Story.breaks(
                "journal",
                "without a later number",
                () -> story.sealed(base.nextBoot(), begun(base.seq(), base)));
    }

    @Test
    void missesABeginningBehindAnotherRecordThanTheFleetSigned() {
        Story.breaks(
                "journal",
                "behind another record",
                () -> story.sealed(base.inEpoch(2), begun(base.seq() - 1, base)));
    }

    @Test
    void missesABeginningThatIsNoBoot() {
        ChainHead same =
                new ChainHead(
                        base.counter(), 2, base.boot(), base.seq(), base.hash(), base.totals());

        Story.breaks("journal", "is of boot", () -> story.sealed(same, begun(base.seq(), base)));
    }
}
