package org.assistcounter.fleet.dashboards;

import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.Found;

/** Puts differences into words. */
record DifferenceRows(Words words, Fleet fleet) {

    Compared.Row row(Difference difference) {
        Found found = difference.found();
        String kind = words.say("difference." + found.key().kind().word());
        return new Compared.Row(
                difference.id(),
                difference.isOpen() ? State.bad(kind) : State.off(kind),
                new Rows.About(found.key().subject(), where(found)),
                new Compared.Amounts(amount(found, found.ours()), amount(found, found.theirs())),
                words.age(difference.foundAt()),
                words.explain("owner", difference.owner()));
    }

    private String where(Found found) {
        String source = words.say("source." + found.key().source().word());
        String label = label(found);
        String day = found.place().day().toString();
        return label.isEmpty()
                ? words.say("difference.where", source, day)
                : words.say("difference.where.counter", source, day, label);
    }

    /** Empty when it is of no counter of the reader's. */
    String label(Found found) {
        String counter = found.place().counter();
        return counter == null || !fleet.has(counter) ? "" : fleet.label(counter);
    }

    /** How much it is that does not agree. */
    String size(Found found) {
        return amount(found, Math.abs(found.ours() - found.theirs()));
    }

    private static String amount(Found found, long amount) {
        return found.key().kind().isOfPieces() ? Money.pieces(amount) : Money.yuan(amount);
    }
}
