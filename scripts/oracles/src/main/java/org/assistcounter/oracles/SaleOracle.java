package org.assistcounter.oracles;

import org.assistcounter.oracles.SaleAccount.Line;
import org.assistcounter.oracles.SaleAccount.Request;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one sale may say (JOURNAL.md, rules 5 to 7): it ends once, each line ends
 * once, no more is asked for than was shown, and at any record delivered, given back and held are
 * no more than what was charged; at the close they are equal.
 */
final class SaleOracle implements Oracle {
    static final String NAME = "sale";

    private final Sales sales;

    SaleOracle(Sales sales) {
        this.sales = sales;
    }

    @Override
    public void read(long atMillis, Written written) {
        if (!(written.fact() instanceof Fact.OfSale fact)) {
            return;
        }
        if (fact instanceof Fact.SaleOpened opening) {
            open(opening);
            return;
        }
        SaleAccount sale = sales.open();
        if (sale == null || !sale.name().equals(fact.sale().text())) {
            throw broken(
                    sales.find(fact.sale().text()),
                    "a record follows the close, or there was no opening: " + fact);
        }
        apply(sale, fact);
        if (sale.undecided() < 0) {
            throw broken(sale, "more was decided than paid, by " + Broken.money(-sale.undecided()));
        }
    }

    private void open(Fact.SaleOpened opening) {
        SaleAccount sale = new SaleAccount(opening);
        SaleAccount other = sales.open();
        if (other != null) {
            throw broken(sale, "begins while a shopper is in sale " + other.name());
        }
        if (sales.find(sale.name()) != null) {
            throw broken(sale, "begins a second time: one order would be two");
        }
        sales.begin(sale);
    }

    private void apply(SaleAccount sale, Fact.OfSale fact) {
        switch (fact) {
            case Fact.SaleOpened _ -> {}
            case Fact.PaymentRequested f -> ask(sale, f);
            case Fact.PaymentResolved f -> answer(sale, f);
            case Fact.DispenseCommanded f -> command(sale, f);
            case Fact.DispenseResolved f -> turned(sale, f);
            case Fact.RefundRequested f -> askBack(sale, f);
            case Fact.RefundResolved f -> givenBack(sale, f);
            case Fact.CaseOpened f -> hold(sale, f);
            case Fact.SaleClosed f -> close(sale, f);
        }
    }

    private static void ask(SaleAccount sale, Fact.PaymentRequested fact) {
        for (Request earlier : sale.requests()) {
            if (earlier.attempt == fact.attempt()) {
                throw broken(sale, "attempt " + earlier.attempt + " is used twice");
            }
            if (earlier.outcome == null || earlier.outcome == PaymentOutcome.UNKNOWN) {
                throw broken(sale, "money is asked for again while nobody knows if it was paid");
            }
            if (earlier.outcome == PaymentOutcome.APPROVED
                    && (fact.way() == PaymentWay.WALLET || earlier.way == PaymentWay.WALLET)) {
                throw broken(sale, "goods that are paid already are to be paid once more");
            }
        }
        if (sale.undecided() != 0) {
            throw broken(sale, "the next is asked for before the last has an end");
        }
        if (!isAPrice(sale, fact)) {
            throw broken(
                    sale,
                    "asked for " + Broken.money(fact.amountMinor()) + ", which nobody was shown");
        }
        sale.requests().add(new Request(fact));
    }

    /** A wallet pays all of it, a card one line that has no end yet. */
    private static boolean isAPrice(SaleAccount sale, Fact.PaymentRequested fact) {
        if (fact.way() == PaymentWay.WALLET) {
            return fact.amountMinor() == sale.price();
        }
        for (Line line : sale.lines()) {
            if (!line.ended() && line.goods.priceMinor() == fact.amountMinor()) {
                return true;
            }
        }
        return false;
    }

    private static void answer(SaleAccount sale, Fact.PaymentResolved fact) {
        Request request = sale.request(fact.attempt());
        if (request == null || request.way != fact.way() || request.outcome != null) {
            throw broken(sale, "an answer to a payment that nobody waits for: " + fact);
        }
        request.outcome = fact.outcome();
        if (fact.outcome() != PaymentOutcome.APPROVED) {
            return;
        }
        if (fact.amountMinor() > request.asked || fact.amountMinor() <= 0) {
            throw broken(
                    sale,
                    "%s is approved where %s was asked for"
                            .formatted(
                                    Broken.money(fact.amountMinor()), Broken.money(request.asked)));
        }
        request.approved = fact.amountMinor();
        sale.charge(fact.amountMinor());
    }

    private static void command(SaleAccount sale, Fact.DispenseCommanded fact) {
        Line line = lineOf(sale, fact.line());
        if (line.commanded) {
            throw broken(sale, "a motor is commanded twice for line " + fact.line());
        }
        if (line.ended() || line.refundAsked) {
            throw broken(sale, "goods for line " + fact.line() + ", whose money goes back");
        }
        if (line.goods.slot() != fact.slot()) {
            throw broken(sale, "slot " + fact.slot() + " is to turn, which was not chosen");
        }
        if (sale.undecided() <= 0) {
            throw broken(sale, "goods are to leave unpaid, line " + fact.line());
        }
        line.commanded = true;
    }

    private static void turned(SaleAccount sale, Fact.DispenseResolved fact) {
        Line line = lineOf(sale, fact.goods().line());
        if (!line.commanded || line.verdict != null) {
            throw broken(sale, "a turn ends that did not begin, or ends twice: " + fact);
        }
        if (!line.goods.equals(fact.goods())) {
            throw broken(sale, fact.goods() + " are booked in place of " + line.goods);
        }
        if (fact.verdict() != DispenseVerdict.DELIVERED && !fact.slotOff()) {
            throw broken(sale, "slot " + fact.goods().slot() + " goes on selling after a failure");
        }
        line.verdict = fact.verdict();
        if (fact.verdict() == DispenseVerdict.DELIVERED) {
            end(sale, line, "delivered", fact.amountMinor());
            sale.deliver(fact.amountMinor());
        }
    }

    private static void askBack(SaleAccount sale, Fact.RefundRequested fact) {
        Line line = lineOf(sale, fact.line());
        refundable(sale, line);
        line.refundAsked = true;
    }

    private static void givenBack(SaleAccount sale, Fact.RefundResolved fact) {
        Line line = lineOf(sale, fact.line());
        refundable(sale, line);
        Request paid = sale.request(fact.attempt());
        if (paid == null || paid.way != fact.way()) {
            throw broken(sale, "money goes back another way than it came: " + fact);
        }
        line.refundAsked = true;
        switch (fact.outcome()) {
            case RETURNED, HANDED_OVER -> {
                end(sale, line, "refunded", fact.amountMinor());
                sale.refund(fact.amountMinor());
            }
            case LOST, UNKNOWN -> {}
        }
    }

    private static void refundable(SaleAccount sale, Line line) {
        if (line.ended()) {
            throw broken(
                    sale,
                    "money goes back for line %d, which is %s already"
                            .formatted(line.goods.line(), line.end));
        }
        if (line.commanded && line.verdict != DispenseVerdict.NOT_DELIVERED) {
            throw broken(sale, "money goes back for goods that may have come out");
        }
    }

    private static void hold(SaleAccount sale, Fact.CaseOpened fact) {
        Line line = lineOf(sale, fact.line());
        boolean explained =
                switch (fact.reason()) {
                    case UNPROVEN_DELIVERY -> line.verdict == DispenseVerdict.UNPROVEN;
                    case REFUND_NOT_PROVEN -> line.refundAsked;
                    case PAYMENT_NOT_KNOWN -> !line.commanded;
                };
        if (!explained) {
            throw broken(sale, "a case whose reason did not happen: " + fact);
        }
        if (fact.reason() == CaseReason.PAYMENT_NOT_KNOWN) {
            end(line, sale, "in a case");
        } else {
            end(sale, line, "in a case", fact.amountMinor());
        }
        sale.hold(fact.reason(), fact.amountMinor());
    }

    /** Ends the line with what was paid for it; where all was paid as asked, that is its price. */
    private static void end(SaleAccount sale, Line line, String how, long amount) {
        end(line, sale, how);
        long price = sale.charged() == sale.price() ? line.goods.priceMinor() : amount;
        if (amount != price) {
            throw broken(
                    sale,
                    "line %d ends with %s and cost %s"
                            .formatted(
                                    line.goods.line(), Broken.money(amount), Broken.money(price)));
        }
    }

    private static void end(Line line, SaleAccount sale, String how) {
        if (line.ended()) {
            throw broken(
                    sale,
                    "line %d is %s and %s: goods or money twice"
                            .formatted(line.goods.line(), line.end, how));
        }
        line.end = how;
    }

    private void close(SaleAccount sale, Fact.SaleClosed fact) {
        SaleClosing.check(sale, fact);
        sale.close();
        sales.end();
    }

    @Override
    public void rest(long atMillis) {
        SaleAccount sale = sales.open();
        if (sale != null) {
            throw broken(sale, "never ended: a shopper waits for goods or money");
        }
    }

    private static Line lineOf(SaleAccount sale, int number) {
        Line line = sale.line(number);
        if (line == null) {
            throw broken(sale, "has no line " + number);
        }
        return line;
    }

    static Broken broken(@Nullable SaleAccount sale, String loss) {
        return new Broken(NAME, (sale == null ? "?" : sale.name()) + " " + loss);
    }
}
