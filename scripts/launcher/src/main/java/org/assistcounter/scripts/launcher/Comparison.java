package org.assistcounter.scripts.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds what the wires saw against what the ledger booked. What the ledger itself carries as
 * doubtful (open cases, goods in doubt) is the only room that is given, and it is shown; without
 * open cases every line must be equal.
 */
public record Comparison(List<Row> rows) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One line of the table.
     *
     * @param below how much less than the ledger the wires may have seen, because a case says so
     * @param above how much more
     */
    public record Row(
            String what, boolean isMoney, long wires, long ledger, long below, long above) {

        /** Whether both sides say the same, but for open cases. */
        public boolean agrees() {
            return wires >= ledger - below && wires <= ledger + above;
        }

        private static Row money(String what, long wires, long ledger) {
            return new Row(what, true, wires, ledger, 0, 0);
        }

        private static Row goods(String what, long wires, long ledger, long above) {
            return new Row(what, false, wires, ledger, 0, above);
        }
    }

    /** Holds wires and ledger against each other. */
    public static Comparison of(Wires wires, Ledger ledger) {
        List<Row> rows = new ArrayList<>();
        rows.add(card(wires, ledger));
        rows.add(Row.money("wallet: paid less refunded", wires.walletFen(), walletOwed(ledger)));
        rows.add(Row.money("paid and neither sold nor returned", 0, ledger.fen("shopper")));
        rows.add(Row.money("all money accounts together", 0, ledger.fenInAll()));
        long inDoubt = Math.max(0, ledger.piecesInAll("in-doubt"));
        rows.add(
                Row.goods(
                        "pieces that fell / sold",
                        wires.dropsInAll(),
                        ledger.piecesInAll("sold"),
                        inDoubt));
        rows.add(
                Row.goods(
                        "pieces in the machine / in slots",
                        wires.stockInAll(),
                        ledger.piecesInAll("slot"),
                        inDoubt));
        addProducts(rows, wires, ledger);
        return new Comparison(rows);
    }

    /** The same, and what the shopper's screen said must also be what the wires saw. */
    public Comparison withScreen(Wires wires, List<Shopper.Purchase> purchases) {
        List<Row> all = new ArrayList<>();
        all.add(Row.money("card: as the screen said", wires.cardFen(), paid(purchases, "card")));
        all.add(
                Row.money(
                        "wallet: as the screen said",
                        wires.walletFen(),
                        paid(purchases, "wallet")));
        all.add(Row.goods("pieces: as the screen said", wires.dropsInAll(), purchases.size(), 0));
        all.addAll(rows);
        return new Comparison(all);
    }

    /** Whether every line agrees. */
    public boolean agrees() {
        return rows.stream().allMatch(Row::agrees);
    }

    /** The table for people. */
    public String table(String title) {
        StringBuilder table = new StringBuilder();
        table.append(line(title, "seen", "booked", ""));
        for (Row row : rows) {
            String verdict = row.agrees() ? "agrees" : "DIFFERS";
            boolean hasRoom = row.below() + row.above() > 0;
            table.append(
                    line(
                            row.what(),
                            text(row, row.wires()),
                            text(row, row.ledger()),
                            hasRoom ? verdict + room(row) : verdict));
        }
        return table.toString();
    }

    /**
     * Only two kinds of cases leave open what the reader has: it may have given a refund back that
     * is not proven, and it may have taken a payment that is not known. Where a delivery is not
     * proven, it is known to have kept the money.
     */
    private static Row card(Wires wires, Ledger ledger) {
        return new Row(
                "card: taken less returned",
                true,
                wires.cardFen(),
                ledger.fen("card-clearing"),
                Math.max(0, ledger.heldFen("card", "refund-not-proven")),
                Math.max(0, ledger.heldFen("card", "payment-not-known")));
    }

    /** A refund that is due is booked out of the wallet's account only when it is paid. */
    private static long walletOwed(Ledger ledger) {
        return ledger.fen("wallet-clearing");
    }

    private static void addProducts(List<Row> rows, Wires wires, Ledger ledger) {
        Map<String, Long> sold = ledger.pieces("sold");
        TreeSet<String> products = new TreeSet<>(wires.drops().keySet());
        products.addAll(sold.keySet());
        for (String product : products) {
            long fell = wires.drops().getOrDefault(product, 0L);
            long booked = sold.getOrDefault(product, 0L);
            long doubt = Math.max(0, ledger.pieces("in-doubt").getOrDefault(product, 0L));
            if (fell != 0 || booked != 0) {
                rows.add(Row.goods("  " + product, fell, booked, doubt));
            }
        }
    }

    private static long paid(List<Shopper.Purchase> purchases, String way) {
        return purchases.stream()
                .filter(purchase -> purchase.way().equals(way))
                .mapToLong(Shopper.Purchase::amountFen)
                .sum();
    }

    private static String room(Row row) {
        return " (open cases: -%s +%s)".formatted(text(row, row.below()), text(row, row.above()));
    }

    private static String text(Row row, long amount) {
        return row.isMoney() ? yuan(amount) : Long.toString(amount);
    }

    static String yuan(long fen) {
        return String.format(
                Locale.ROOT,
                "%s¥%d.%02d",
                fen < 0 ? "-" : "",
                Math.abs(fen) / 100,
                Math.abs(fen) % 100);
    }

    private static String line(String what, String wires, String ledger, String verdict) {
        return String.format(Locale.ROOT, "  %-36s %12s %12s  %s", what, wires, ledger, verdict)
                        .stripTrailing()
                + "\n";
    }
}
