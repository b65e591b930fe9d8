package org.assistcounter.fleet.ledger;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount.Progress;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/**
 * The posting rules. Pure: a sale's account and a fact in, a booking out. They are checked against
 * what is booked already, so that a journal cannot make the ledger say what is impossible.
 */
public final class Bookkeeping {

    private static final int CODE_MAX = 100;
    private static final String TOO_LONG = "the code of a product or lot is too long";

    private Bookkeeping() {}

    /**
     * Books one fact.
     *
     * @param sale the account of the fact's sale; null when there is none yet
     * @param slotUnits how many of the product a count finds booked in its slot
     */
    public static Booking book(@Nullable SaleAccount sale, Fact fact, long slotUnits) {
        return switch (fact) {
            case Fact.SaleOpened f -> opened(sale, f);
            case Fact.OfSale f -> ofSale(sale, f);
            case Fact.StockCounted f ->
                    isCode(f.product()) && isCode(f.lot())
                            ? counted(f, slotUnits)
                            : impossible(TOO_LONG);
            case Fact.Commissioned _,
                    Fact.Booted _,
                    Fact.Beat _,
                    Fact.CheckpointSeen _,
                    Fact.EpochBegun _,
                    Fact.SlotSwitched _,
                    Fact.ColdChainNoted _,
                    Fact.ColdChainSwitched _,
                    Fact.ContactChanged _,
                    Fact.ServiceSigned _,
                    Fact.ServiceRefused _,
                    Fact.OfDesired _,
                    Fact.FaultNoticed _ ->
                    new Booking.Booked(List.of(), null, null);
        };
    }

    private static Booking opened(@Nullable SaleAccount sale, Fact.SaleOpened fact) {
        if (sale != null) {
            return impossible("the sale is opened twice");
        }
        return fact.lines().stream().allMatch(line -> isCode(line.product()) && isCode(line.lot()))
                ? new Booking.Booked(List.of(), SaleAccount.opened(fact), null)
                : impossible(TOO_LONG);
    }

    /** Rows are found by these, and an index takes no more than a part of a page. */
    private static boolean isCode(String code) {
        return code.length() <= CODE_MAX;
    }

    private static Booking ofSale(@Nullable SaleAccount sale, Fact.OfSale fact) {
        if (sale == null) {
            return impossible("the sale was never opened");
        }
        if (sale.outcome() != null) {
            return impossible("the sale is closed already");
        }
        return switch (fact) {
            case Fact.SaleOpened _ -> impossible("the sale is opened twice");
            case Fact.PaymentRequested f ->
                    sale.amounts().charged() > 0 && sale.way() != f.way()
                            ? impossible("one sale is paid in two ways")
                            : booked(sale.by(f.way()));
            case Fact.PaymentResolved f -> paymentResolved(sale, f);
            case Fact.DispenseCommanded f -> commanded(sale, f.line());
            case Fact.DispenseResolved f -> dispensed(sale, f);
            case Fact.RefundRequested f ->
                    f.amountMinor() > sale.amounts().open()
                            ? impossible("more is to be refunded than was paid")
                            : booked(sale);
            case Fact.RefundResolved f -> refunded(sale, f);
            case Fact.CaseOpened f -> caseOpened(sale, f);
            case Fact.SaleClosed f -> closed(sale, f);
        };
    }

    private static Booking paymentResolved(SaleAccount sale, Fact.PaymentResolved fact) {
        return switch (fact.outcome()) {
            case DECLINED, ABANDONED, UNKNOWN ->
                    fact.amountMinor() == 0
                            ? booked(sale)
                            : impossible("an attempt that failed has an amount");
            case APPROVED ->
                    mayCharge(sale, fact.way())
                            ? transferred(
                                    sale.by(fact.way())
                                            .with(sale.amounts().charge(fact.amountMinor())),
                                    clearing(fact.way()),
                                    Account.SHOPPER,
                                    fact.amountMinor())
                            : impossible("the sale is charged twice");
        };
    }

    /** A wallet pays once; a card pays the next line when all that it paid before is settled. */
    private static boolean mayCharge(SaleAccount sale, PaymentWay way) {
        return switch (way) {
            case WALLET -> sale.amounts().charged() == 0;
            case CARD -> sale.amounts().open() == 0 && sale.hasOpenLine();
        };
    }

    private static Booking commanded(SaleAccount sale, int line) {
        if (sale.amounts().open() == 0) {
            return impossible("goods leave unpaid");
        }
        return switch (sale.progress(line)) {
            case null -> impossible("a line is dispensed that the sale does not have");
            case OPENED -> booked(sale.with(line, Progress.COMMANDED));
            case COMMANDED, RESOLVED, DELIVERED, GIVEN_BACK, HELD ->
                    impossible("the motor is commanded twice");
        };
    }

    private static Booking dispensed(SaleAccount sale, Fact.DispenseResolved fact) {
        int line = fact.goods().line();
        if (sale.progress(line) != Progress.COMMANDED) {
            return impossible("a turn ends that was not commanded");
        }
        SaleAccount next = sale.with(line, Progress.RESOLVED);
        String product = fact.goods().product();
        return switch (fact.verdict()) {
            case DELIVERED -> delivered(sale.with(line, Progress.DELIVERED), fact);
            case NOT_DELIVERED -> booked(next);
            case UNPROVEN ->
                    new Booking.Booked(
                            moved(Account.IN_DOUBT, Account.SLOT, product, 1), next, null);
        };
    }

    private static Booking delivered(SaleAccount sale, Fact.DispenseResolved fact) {
        if (fact.amountMinor() > sale.amounts().open()) {
            return impossible("more is delivered than was paid");
        }
        List<Posting> postings = new ArrayList<>();
        postings.addAll(moved(Account.SHOPPER, Account.SALES, sale.currency(), fact.amountMinor()));
        postings.addAll(moved(Account.SOLD, Account.SLOT, fact.goods().product(), 1));
        return new Booking.Booked(
                postings, sale.with(sale.amounts().deliver(fact.amountMinor())), null);
    }

    private static Booking refunded(SaleAccount sale, Fact.RefundResolved fact) {
        if (fact.amountMinor() > sale.amounts().open()) {
            return impossible("more is refunded than was paid");
        }
        if (sale.progress(fact.line()) == null) {
            return impossible("a line is refunded that the sale does not have");
        }
        if (sale.hasEnded(fact.line())) {
            return impossible("a line is refunded that has ended");
        }
        SaleAccount next =
                sale.with(sale.amounts().refund(fact.amountMinor()))
                        .with(fact.line(), Progress.GIVEN_BACK);
        return switch (fact.outcome()) {
            case RETURNED ->
                    transferred(next, Account.SHOPPER, clearing(fact.way()), fact.amountMinor());
            case HANDED_OVER ->
                    fact.way() == PaymentWay.WALLET
                            ? transferred(
                                    next, Account.SHOPPER, Account.REFUNDS_DUE, fact.amountMinor())
                            : impossible("the fleet cannot refund a card");
            case LOST, UNKNOWN -> booked(sale);
        };
    }

    private static Booking caseOpened(SaleAccount before, Fact.CaseOpened fact) {
        if (before.progress(fact.line()) == null) {
            return impossible("a case is opened for a line that the sale does not have");
        }
        if (before.hasEnded(fact.line())) {
            return impossible("a case is opened for a line that has ended");
        }
        SaleAccount sale = before.with(fact.line(), Progress.HELD);
        if (fact.reason() == CaseReason.PAYMENT_NOT_KNOWN) {
            return new Booking.Booked(
                    moved(
                            Account.CARD_UNCONFIRMED,
                            Account.CASES,
                            sale.currency(),
                            fact.amountMinor()),
                    sale,
                    fact);
        }
        if (fact.amountMinor() > sale.amounts().open()) {
            return impossible("more is held than was paid");
        }
        return new Booking.Booked(
                moved(Account.SHOPPER, Account.CASES, sale.currency(), fact.amountMinor()),
                sale.with(sale.amounts().hold(fact.amountMinor())),
                fact);
    }

    private static Booking closed(SaleAccount sale, Fact.SaleClosed fact) {
        SaleAccount.Amounts amounts = sale.amounts();
        boolean agrees =
                amounts.open() == 0
                        && fact.chargedMinor() == amounts.charged()
                        && fact.refundedMinor() == amounts.refunded()
                        && fact.heldMinor() == amounts.held();
        return agrees
                ? booked(sale.closed(fact.outcome()))
                : impossible("the sale closes with other sums than are booked");
    }

    private static Booking counted(Fact.StockCounted fact, long slotUnits) {
        long difference = fact.quantity() - slotUnits;
        return difference == 0
                ? new Booking.Booked(List.of(), null, null)
                : new Booking.Booked(
                        moved(Account.SLOT, Account.COUNTED, fact.product(), difference),
                        null,
                        null);
    }

    /** Who owes us what was paid that way. */
    static Account clearing(PaymentWay way) {
        return switch (way) {
            case CARD -> Account.CARD_CLEARING;
            case WALLET -> Account.WALLET_CLEARING;
        };
    }

    private static Booking transferred(
            SaleAccount sale, Account debit, Account credit, long amount) {
        return new Booking.Booked(moved(debit, credit, sale.currency(), amount), sale, null);
    }

    /** Nothing moves when the amount is nothing. */
    static List<Posting> moved(Account debit, Account credit, String unit, long amount) {
        if (amount == 0) {
            return List.of();
        }
        return List.of(new Posting(debit, unit, amount), new Posting(credit, unit, -amount));
    }

    private static Booking booked(SaleAccount sale) {
        return new Booking.Booked(List.of(), sale, null);
    }

    private static Booking impossible(String reason) {
        return new Booking.Impossible(reason);
    }
}
