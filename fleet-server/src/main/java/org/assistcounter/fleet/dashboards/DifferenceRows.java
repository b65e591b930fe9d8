package org.assistcounter.fleet.dashboards;

import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.Found;
import org.assistcounter.fleet.reconciliation.Source;

/** Puts differences into words. */
record DifferenceRows(Words words, Fleet fleet) {

    Compared.Row row(Difference difference) {
        Found found = difference.found();
        String kind = words.say("difference." + found.key().kind().word());
        return new Compared.Row(
                difference.id(),
                state(difference, kind),
                new Rows.About(subject(found), where(found)),
                new Compared.Amounts(amount(found, found.ours()), amount(found, found.theirs())),
                words.age(difference.foundAt()),
                difference.awaitsSecondLook()
                        ? words.say("difference.awaits-second-look")
                        : words.explain("owner", difference.owner()));
    }

    private static State state(Difference difference, String kind) {
        if (difference.isOpen()) {
            return State.bad(kind);
        }
        return difference.awaitsSecondLook() ? State.watch(kind) : State.off(kind);
    }

    private String subject(Found found) {
        boolean isOfACounter = found.key().source() == Source.COUNTERS;
        return isOfACounter && !label(found).isEmpty() ? label(found) : found.key().subject();
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
