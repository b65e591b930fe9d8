package org.assistcounter.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One open sale: what rule 5 of the page needs to know of it. A dispense is one line of the sale.
 * The amount of a {@code payment-not-known} case is kept apart from what is held, since there is no
 * charge that it could be held of.
 */
final class Sale {
    private static final int BYTES = 600;
    private static final int LINE_BYTES = 300;

    private final Map<Long, String> lines = new HashMap<>();
    private final Set<String> ways = new HashSet<>();
    private final Set<Long> commanded = new HashSet<>();
    private final Set<Long> resolved = new HashSet<>();
    private long charged;
    private long delivered;
    private long refunded;
    private long held;
    private long notKnown;
    private long excess;
    private int approvals;
    private int deliveries;
    private int refunds;
    private int cases;
    private boolean paymentNotKnown;
    private final long bytes;

    /**
     * Opens a sale.
     *
     * @param opening the fact of type 10
     */
    Sale(Fact opening) {
        opening.items("lines")
                .forEach(line -> lines.put(line.number("line"), line.text("product")));
        int words = lines.values().stream().mapToInt(String::length).sum();
        bytes = BYTES + (long) LINE_BYTES * lines.size() + words;
    }

    /** What it takes of memory, about. */
    long bytes() {
        return bytes;
    }

    /** What is sold on a line; nothing where the sale has no such line. */
    String product(long line) {
        return lines.getOrDefault(line, "");
    }

    void accept(Fact fact, Consumer<String> errors) {
        switch (fact.type()) {
            case FactForms.PAYMENT_RESOLVED -> pay(fact, errors);
            case FactForms.DISPENSE_COMMANDED -> command(fact.number("line"), errors);
            case FactForms.DISPENSE_RESOLVED -> dispense(fact, errors);
            case FactForms.REFUND_RESOLVED -> refund(fact);
            case FactForms.CASE_OPENED -> hold(fact);
            case FactForms.SALE_CLOSED -> close(fact, errors);
            default -> {
                // Requests change neither money nor goods.
            }
        }
        checkBalance(errors);
    }

    private void pay(Fact fact, Consumer<String> errors) {
        if (!fact.is("outcome", "approved")) {
            return;
        }
        approvals++;
        ways.add(fact.text("way"));
        boolean fits = approvals <= (fact.is("way", "card") ? lines.size() : 1);
        if (!fits || accountedFor() < charged) {
            errors.accept("a second payment of the sale is approved");
        } else if (ways.size() > 1) {
            errors.accept("the sale is paid in two ways");
        }
        charged = Math.addExact(charged, fact.number("amount"));
    }

    private void command(long line, Consumer<String> errors) {
        if (!lines.containsKey(line)) {
            errors.accept("dispense of line " + line + ", which the sale does not have");
            return;
        }
        if (accountedFor() >= charged) {
            errors.accept("dispense of line " + line + " is commanded before an approval");
        }
        if (!commanded.add(line)) {
            errors.accept("dispense of line " + line + " is commanded a second time");
        }
    }

    private void dispense(Fact fact, Consumer<String> errors) {
        long line = fact.inner("goods").number("line");
        if (!commanded.contains(line)) {
            errors.accept("dispense of line " + line + " is resolved but was not commanded");
        }
        if (lines.containsKey(line) && !resolved.add(line)) {
            errors.accept("dispense of line " + line + " is resolved a second time");
        }
        if (fact.is("verdict", "delivered")) {
            deliveries++;
            delivered = Math.addExact(delivered, fact.number("amount"));
        }
    }

    private void refund(Fact fact) {
        long amount = Totals.of(fact).refundedMinor();
        if (fact.is("outcome", "returned") || fact.is("outcome", "handed-over")) {
            refunds++;
        }
        refunded = Math.addExact(refunded, amount);
    }

    private void hold(Fact fact) {
        cases++;
        if (fact.is("reason", "payment-not-known")) {
            paymentNotKnown = true;
            notKnown = Math.addExact(notKnown, fact.number("amount"));
        } else {
            held = Math.addExact(held, fact.number("amount"));
        }
    }

    private long accountedFor() {
        return Math.addExact(Math.addExact(delivered, refunded), held);
    }

    /** Tells an excess when it appears or grows, not again at every later record of the sale. */
    private void checkBalance(Consumer<String> errors) {
        long now = Math.max(0, accountedFor() - charged);
        if (now > excess) {
            errors.accept(
                    "delivered "
                            + delivered
                            + " + refunded "
                            + refunded
                            + " + held "
                            + held
                            + " exceed charged "
                            + charged);
        }
        excess = now;
    }

    private void close(Fact fact, Consumer<String> errors) {
        checkSum("charged", fact.number("charged"), charged, errors);
        checkSum("refunded", fact.number("refunded"), refunded, errors);
        if (fact.number("held") != Math.addExact(held, notKnown)) {
            checkSum("held", fact.number("held"), held, errors);
        }
        boolean exempt = paymentNotKnown && fact.is("outcome", "case");
        if (!exempt && accountedFor() < charged) {
            errors.accept(
                    "closed with "
                            + (charged - accountedFor())
                            + " neither delivered, refunded nor held");
        }
        checkOutcome(fact.text("outcome"), errors);
    }

    private static void checkSum(String name, long told, long due, Consumer<String> errors) {
        if (told != due) {
            errors.accept("closed with " + name + " " + told + "; its records make " + due);
        }
    }

    /** The page names the outcomes only; this is the least that their names promise. */
    private void checkOutcome(String outcome, Consumer<String> errors) {
        boolean fits =
                switch (outcome) {
                    case "delivered" -> deliveries > 0 && cases == 0;
                    case "refunded" -> refunds > 0 && deliveries == 0 && cases == 0;
                    case "case" -> cases > 0;
                    default -> approvals == 0;
                };
        if (!fits) {
            errors.accept("closed as " + outcome + ", which its records do not show");
        }
    }
}
