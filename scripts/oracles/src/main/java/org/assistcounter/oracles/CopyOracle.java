package org.assistcounter.oracles;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.assistcounter.oracles.Lineage.Node;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Cards that were put back or copied. A message whose newest record and the fleet's are on one line
 * is never called a copy; one where they are not is, as soon as the fleet can know: a greeting when
 * the fleet has a record of that number, a batch when it begins at or before the next one. Who
 * knows that it is called one opens no sale. Of a card whose key was replaced nothing is taken, and
 * each word beyond what the fleet holds, and each greeting, is called damaged. Whatever card is in,
 * no line's motor is commanded twice.
 */
final class CopyOracle {
    static final String NAME = "copy";

    private final Lineage lineage;
    private final Set<String> commands = new HashSet<>();
    private final Set<Integer> doubted = new HashSet<>();
    private final Set<Node> copies = new LinkedHashSet<>();
    private long epoch = 1;

    CopyOracle(Lineage lineage) {
        this.lineage = lineage;
    }

    void read(int card, Fact fact) {
        switch (fact) {
            case Fact.DispenseCommanded f when !commands.add(f.sale().text() + '/' + f.line()) ->
                    throw new Broken(
                            NAME,
                            "%s line %d is commanded twice: goods twice for one payment"
                                    .formatted(f.sale(), f.line()));
            case Fact.SaleOpened f when doubted.contains(card) ->
                    throw new Broken(
                            NAME,
                            "%s is opened on a journal that is known not to be believed: %s"
                                    .formatted(f.sale(), "its money would be in no ledger"));
            case Fact _ -> {}
        }
    }

    void doubted(int card, boolean now) {
        if (now) {
            doubted.add(card);
        } else {
            doubted.remove(card);
        }
    }

    /** The counter's key is of this epoch now. */
    void replaced(long next) {
        epoch = next;
    }

    /** The fleet has taken records up to this one. */
    void held(Node now, Node before) {
        if (now.seq() > before.seq() && now.epoch() < epoch) {
            throw new Broken(
                    NAME,
                    "the fleet takes record %d of a key that was replaced: a lost card can sell"
                            .formatted(now.seq()));
        }
    }

    /**
     * @param held the newest record that the fleet held when it judged the message
     */
    void heard(WorldFact.FleetHeard heard, Node held) {
        Node newest = lineage.find(heard.newest());
        if (newest == null || newest.seq() != heard.newestSeq()) {
            throw new Broken(NAME, "the fleet heard of a record that no card ever held: " + heard);
        }
        boolean isKnown = Lineage.onOneLine(newest, held) && newest.seq() <= held.seq();
        if (newest.epoch() < epoch && (heard.greeting() || !isKnown)) {
            replaced(heard, newest);
            return;
        }
        if (Lineage.onOneLine(newest, held)) {
            if (heard.finding() != WorldFact.Finding.IN_ORDER) {
                throw new Broken(
                        NAME,
                        "an honest counter at record %d is called %s; the fleet has %d"
                                .formatted(newest.seq(), heard.finding(), held.seq()));
            }
            return;
        }
        long known = heard.greeting() ? held.seq() : held.seq() + 1;
        if (heard.finding() == WorldFact.Finding.COPY) {
            copies.add(newest);
        } else if (heard.finding() == WorldFact.Finding.DAMAGED || heard.oldestSeq() <= known) {
            throw new Broken(
                    NAME,
                    "a copy at record %d contradicts the fleet's %d and is called %s: %s"
                            .formatted(
                                    newest.seq(),
                                    held.seq(),
                                    heard.finding(),
                                    "two journals go on as one"));
        }
    }

    private void replaced(WorldFact.FleetHeard heard, Node newest) {
        if (heard.finding() != WorldFact.Finding.DAMAGED) {
            throw new Broken(
                    NAME,
                    "a card at record %d, whose key was replaced, is called %s"
                            .formatted(newest.seq(), heard.finding()));
        }
        copies.add(newest);
    }

    /** A card that is not on the fleet's line was named, on its own line, at some time. */
    void rest(Node tip) {
        for (Node each : copies) {
            if (Lineage.onOneLine(each, tip)) {
                return;
            }
        }
        throw new Broken(
                NAME,
                "a card at record %d goes on beside the fleet's journal and was never named"
                        .formatted(tip.seq()));
    }

    /** The card's own record with this number must be the fleet's. */
    void confirmed(@Nullable Node tip, long seq, Node held) {
        Node own = tip == null ? null : Lineage.at(tip, seq);
        if (own == null || own != Lineage.at(held, seq)) {
            throw new Broken(
                    FleetOracles.NAME,
                    "a counter takes record %d for safe; the fleet, at %d, does not have it"
                            .formatted(seq, held.seq()));
        }
    }
}
