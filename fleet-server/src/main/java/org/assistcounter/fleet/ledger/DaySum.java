package org.assistcounter.fleet.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one counter sold on a day, or what is added to it; kept so that nobody has to sum up
 * postings to say what a day was worth.
 *
 * @param soldMinor by the entries of that day
 * @param delivered sales that ended that day with everything delivered
 */
public record DaySum(Whose whose, long soldMinor, long delivered) {

    /** Which counter's day; in the order in which rows are always moved. */
    public record Whose(String tenant, String counter, LocalDate day) implements Comparable<Whose> {
        private static final Comparator<Whose> ORDER =
                Comparator.comparing(Whose::tenant)
                        .thenComparing(Whose::counter)
                        .thenComparing(Whose::day);

        static Whose of(Occurrence occurrence) {
            return new Whose(occurrence.tenant(), occurrence.counter(), occurrence.businessDate());
        }

        @Override
        public int compareTo(Whose other) {
            return ORDER.compare(this, other);
        }
    }

    /** What these entries add, and the ends of these sales. */
    static List<DaySum> of(Collection<Entry> entries, Collection<Occurrence> delivered) {
        SortedMap<Whose, DaySum> sums = new TreeMap<>();
        for (Entry entry : entries) {
            long sold = sold(entry);
            if (sold != 0) {
                add(sums, new DaySum(Whose.of(entry.occurrence()), sold, 0));
            }
        }
        for (Occurrence end : delivered) {
            add(sums, new DaySum(Whose.of(end), 0, 1));
        }
        return List.copyOf(sums.values());
    }

    private static void add(SortedMap<Whose, DaySum> sums, DaySum more) {
        sums.merge(more.whose(), more, DaySum::plus);
    }

    private DaySum plus(DaySum more) {
        return new DaySum(whose, soldMinor + more.soldMinor, delivered + more.delivered);
    }

    private static long sold(Entry entry) {
        return -entry.postings().stream()
                .filter(posting -> posting.account() == Account.SALES)
                .mapToLong(Posting::amount)
                .sum();
    }
}
