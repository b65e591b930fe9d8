package org.assistcounter.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rule 5 of the page over all sales of a share. Only open sales are kept. That a closed sale is
 * opened again is suspected here and settled by {@link SecondLook}. A counter has one sale open, or
 * a few; where a journal claims so many that there is no room for them, this pass gives up, and
 * others judge the rest, each a smaller share.
 */
final class Sales {

    /** Bytes that open sales may take, about. */
    static final long ROOM = 4 << 20;

    private static final int SUSPECT_BYTES = 400;
    private static final int BEGUN_BYTES = 150;

    private final Map<String, Sale> open = new HashMap<>();
    private final SeenSales seen;
    private final boolean isExtract;
    private final Share share;
    private final long room;
    private final Set<String> begunBefore = new HashSet<>();
    private final Map<Long, Suspect> suspects = new TreeMap<>();
    private long begunBeforeCount;
    private long used;
    private long fullAt;

    private Sales(SeenSales seen, boolean isExtract, Share share, long room) {
        this.seen = seen;
        this.isExtract = isExtract;
        this.share = share;
        this.room = room;
    }

    /**
     * Begins with all sales.
     *
     * @param isExtract whether sales may have begun before the first record
     * @param room bytes that open sales may take
     */
    static Sales ofAll(SeenSales seen, boolean isExtract, long room) {
        return new Sales(seen, isExtract, Share.OF_ALL, room);
    }

    /** Another pass, when this one is over. */
    Sales again(Share smaller) {
        seen.clear();
        return new Sales(seen, isExtract, smaller, room);
    }

    /** What this pass had no room for. */
    List<Share> left() {
        return fullAt == 0 ? List.of() : share.split(fullAt);
    }

    /** An opening that may be the second of its sale. */
    record Suspect(long seq, String sale) {}

    /** Whether this pass judges what is told of the sale. */
    boolean judges(Fact fact) {
        return fullAt == 0 && share.has(fact.text("sale"));
    }

    /** Whether no pass before has told and counted what stands at this record. */
    boolean isNew(long ordinal) {
        return ordinal > share.from();
    }

    /** Takes a fact of a sale; {@code ordinal} counts the records from 1. */
    void accept(long ordinal, long seq, Fact fact, Consumer<String> errors) {
        judge(ordinal, seq, fact, isNew(ordinal) ? errors : _ -> {});
        boolean isOne = open.size() + begunBefore.size() <= 1 && suspects.isEmpty();
        if (used > room && !isOne) {
            fullAt = Math.max(ordinal, share.from());
            open.clear();
            begunBefore.clear();
        }
    }

    private void judge(long ordinal, long seq, Fact fact, Consumer<String> errors) {
        String id = fact.text("sale");
        if (fact.type() == FactForms.SALE_OPENED) {
            open(ordinal, new Suspect(seq, id), new Sale(fact), errors);
            return;
        }
        Sale sale = open.get(id);
        if (sale == null && isExtract && !seen.mayContain(id)) {
            followFromBefore(ordinal, id, fact);
            return;
        }
        if (sale == null) {
            errors.accept("sale " + id + (seen.mayContain(id) ? " is closed" : " was not opened"));
            return;
        }
        if (fact.type() == FactForms.SALE_CLOSED) {
            open.remove(id);
            used -= sale.bytes();
        }
        sale.accept(fact, error -> errors.accept("sale " + id + ": " + error));
    }

    private void open(long ordinal, Suspect opening, Sale sale, Consumer<String> errors) {
        String id = opening.sale();
        if (open.containsKey(id)) {
            errors.accept("sale " + id + " is opened a second time");
            return;
        }
        open.put(id, sale);
        used += sale.bytes();
        if (!seen.mayContain(id)) {
            seen.add(id);
        } else if (isNew(ordinal)) {
            suspects.put(ordinal, opening);
            used += SUSPECT_BYTES;
        }
    }

    /** Of a sale whose opening is not among the records nothing can be asked. */
    private void followFromBefore(long ordinal, String id, Fact fact) {
        if (begunBefore.add(id)) {
            begunBeforeCount += isNew(ordinal) ? 1 : 0;
            used += BEGUN_BYTES;
        }
        if (fact.type() == FactForms.SALE_CLOSED && begunBefore.remove(id)) {
            used -= BEGUN_BYTES;
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

    /** The openings to look at again, by the ordinal of their record. */
    Map<Long, Suspect> suspects() {
        return suspects;
    }
}
