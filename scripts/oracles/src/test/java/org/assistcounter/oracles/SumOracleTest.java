package org.assistcounter.oracles;

import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Totals;
import org.junit.jupiter.api.Test;

/** The whole counter, by its running totals alone. */
class SumOracleTest {
    private static final ChainHead HEAD =
            ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});

    private final SumOracle oracle = new SumOracle();

    private void totals(long charged, long refunded, long dispensed, Fact fact) {
        ChainHead head =
                new ChainHead(
                        HEAD.counter(),
                        1,
                        1,
                        1,
                        HEAD.hash(),
                        new Totals(charged, refunded, dispensed, 0));
        oracle.read(0, Written.of(Story.seal(head, fact, 0)));
    }

    private void saw(WorldFact.AtCounter fact) {
        oracle.saw(0, fact);
    }

    @Test
    void holdsForWhatWasTakenGivenBackAndGivenOut() {
        saw(new WorldFact.CardTook(500));
        saw(new WorldFact.WalletTook("a", 700));
        saw(new WorldFact.WalletGaveBack("a", "r", 700));
        saw(new WorldFact.PieceFell(1));
        totals(1200, 700, 1, new Fact.Beat());

        oracle.rest(0);
    }

    @Test
    void holdsForWhatACaseLeavesOpen() {
        saw(new WorldFact.CardTook(500));
        totals(
                0,
                0,
                0,
                new Fact.CaseOpened(
                        SaleId.of(1, 1), 1, PaymentWay.CARD, 500, CaseReason.PAYMENT_NOT_KNOWN));

        oracle.rest(0);
    }

    @Test
    void missesMoneyThatNobodyBooked() {
        saw(new WorldFact.CardTook(500));
        totals(0, 0, 0, new Fact.Beat());

        Story.breaks(SumOracle.NAME, "keep 5.00, the records 0.00", () -> oracle.rest(0));
    }

    @Test
    void missesMoneyThatNobodyHas() {
        totals(500, 0, 0, new Fact.Beat());

        Story.breaks(SumOracle.NAME, "keep 0.00, the records 5.00", () -> oracle.rest(0));
    }

    @Test
    void missesPiecesThatNobodySold() {
        saw(new WorldFact.PieceFell(1));
        totals(0, 0, 0, new Fact.Beat());

        Story.breaks(SumOracle.NAME, "1 pieces fell, 0 are sold", () -> oracle.rest(0));
    }

    @Test
    void missesSalesOfNothing() {
        totals(0, 0, 1, new Fact.Beat());

        Story.breaks(SumOracle.NAME, "0 pieces fell, 1 are sold", () -> oracle.rest(0));
    }
}
