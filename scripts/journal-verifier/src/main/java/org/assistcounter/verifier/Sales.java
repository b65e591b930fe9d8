package org.assistcounter.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rule 5 of the page over all sales. Only open sales are kept. That a closed sale is opened again
 * is suspected here and settled by {@link SecondLook}.
 */
final class Sales {

    private static final int SUSPECTS_MAX = 100_000;

    private final Map<String, Sale> open = new HashMap<>();
    private final SeenSales seen;
    private final boolean isExtract;
    private final Set<String> begunBefore = new HashSet<>();
    private long begunBeforeCount;
    private final Map<Long, Suspect> suspects = new TreeMap<>();

    /**
     * Begins.
     *
     * @param isExtract whether sales may have begun before the first record
     */
    Sales(SeenSales seen, boolean isExtract) {
        this.seen = seen;
        this.isExtract = isExtract;
    }

    /** An opening that may be the second of its sale. */
    record Suspect(long seq, String sale) {}

    /** Takes a fact of a sale; {@code ordinal} counts the record lines of the file from 1. */
    void accept(long ordinal, long seq, Fact fact, Consumer<String> errors) {
        String id = fact.text("sale");
        if (fact.type() == FactForms.SALE_OPENED) {
            open(new Suspect(seq, id), new Sale(fact), ordinal, errors);
            return;
        }
        Sale sale = open.get(id);
        if (sale == null && isExtract && !seen.mayContain(id)) {
            followFromBefore(id, fact);
            return;
        }
        if (sale == null) {
            errors.accept("sale " + id + (seen.mayContain(id) ? " is closed" : " was not opened"));
            return;
        }
        if (fact.type() == FactForms.SALE_CLOSED) {
            open.remove(id);
        }
        sale.accept(fact, error -> errors.accept("sale " + id + ": " + error));
    }

    private void open(Suspect opening, Sale sale, long ordinal, Consumer<String> errors) {
        String id = opening.sale();
        if (open.containsKey(id)) {
            errors.accept("sale " + id + " is opened a second time");
            return;
        }
        open.put(id, sale);
        if (!seen.mayContain(id)) {
            seen.add(id);
        } else if (suspects.size() < SUSPECTS_MAX) {
            suspects.put(ordinal, opening);
        } else {
            errors.accept("sale " + id + " was perhaps opened before; too many to look again");
        }
    }

    /** Of a sale whose opening is not among the records nothing can be asked. */
    private void followFromBefore(String id, Fact fact) {
        begunBeforeCount += begunBefore.add(id) ? 1 : 0;
        if (fact.type() == FactForms.SALE_CLOSED) {
            begunBefore.remove(id);
        }
    }

    /** What is sold on a line of an open sale; nothing where it is not known. */
    String product(String id, long line) {
        Sale sale = open.get(id);
        return sale == null ? "" : sale.product(line);
    }

    int openCount() {
        return open.size() + begunBefore.size();
    }

    /** Sales that were open when the records begin. */
    long begunBeforeCount() {
        return begunBeforeCount;
    }

    /** The openings to look at again, by the ordinal of their record line. */
    Map<Long, Suspect> suspects() {
        return suspects;
    }
}
