package org.assistcounter.oracles;

import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Totals;

/**
 * The counter as a whole, whatever belongs to which sale: when all has come to rest, reader and
 * wallets together keep what the newest record's running totals say, and as many pieces fell, but
 * for what cases leave open and about what the drop sensor lied.
 */
final class SumOracle implements Oracle {
    static final String NAME = "sum";

    private Totals totals = Totals.ZERO;
    private long kept;
    private long fell;
    private long refundsInDoubt;
    private long paymentsInDoubt;
    private long piecesInDoubt;
    private long lies;

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.CardTook f -> kept += f.amountMinor();
            case WorldFact.CardGaveBack f -> kept -= f.amountMinor();
            case WorldFact.WalletTook f -> kept += f.amountMinor();
            case WorldFact.WalletGaveBack f -> kept -= f.amountMinor();
            case WorldFact.PieceFell _ -> fell++;
            case WorldFact.DropSensorLied _ -> lies++;
            case WorldFact.AtCounter _ -> {}
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        totals = written.header().totals();
        switch (written.fact()) {
            case Fact.CaseOpened f when f.reason() == CaseReason.REFUND_NOT_PROVEN ->
                    refundsInDoubt += f.amountMinor();
            case Fact.CaseOpened f when f.reason() == CaseReason.PAYMENT_NOT_KNOWN ->
                    paymentsInDoubt += f.amountMinor();
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.UNPROVEN ->
                    piecesInDoubt++;
            case Fact _ -> {}
        }
    }

    @Override
    public void rest(long atMillis) {
        long booked = totals.chargedMinor() - totals.refundedMinor();
        if (kept < booked - refundsInDoubt || kept > booked + paymentsInDoubt) {
            throw new Broken(
                    NAME,
                    "reader and wallets keep %s, the records %s; cases explain %s less, %s more"
                            .formatted(
                                    Broken.money(kept),
                                    Broken.money(booked),
                                    Broken.money(refundsInDoubt),
                                    Broken.money(paymentsInDoubt)));
        }
        long sold = totals.dispensed();
        if (fell < sold - lies || fell > sold + piecesInDoubt + lies) {
            throw new Broken(
                    NAME,
                    "%d pieces fell, %d are sold, %d in doubt and the sensor lied %d times"
                            .formatted(fell, sold, piecesInDoubt, lies));
        }
    }
}
