package org.assistcounter.fleet.catalogue;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a long table.
 *
 * @param all how many lines there are on all pages
 * @param number from 1
 */
public record Page<T>(List<T> rows, long all, int number, int count) {

    /** How many lines are on a page that people look at. */
    public static final int LINES = 50;

    private static final int NUMBER_MAX = 100_000;

    /** The same page of something else, line by line. */
    public <U> Page<U> map(Function<T, U> line) {
        return new Page<>(rows.stream().map(line).toList(), all, number, count);
    }

    /** How many pages there are, at least one. */
    public long pages() {
        return Math.max(1, Math.ceilDiv(all, (long) count));
    }

    /** Whether there is one before it. */
    public boolean hasBefore() {
        return number > 1;
    }

    /** Whether there is one after it. */
    public boolean hasNext() {
        return number < pages();
    }

    /**
     * What somebody asks a table for.
     *
     * @param words what a line has to contain; empty for all
     * @param within a division as it is typed; empty for all
     * @param which the table's own choice, such as a stage or a standing; empty for all
     * @param category of products, a word of {@link Catalogue#CATEGORIES}; empty for all
     */
    public record Wish(
            String words, String within, String which, String category, int number, int count) {
        private static final int WORDS_MAX = 60;

        /** As it stands in an address: what cannot be is as if it were not there. */
        public static Wish typed(String words, String within, String which, int number) {
            String kept = words.strip();
            return new Wish(
                    kept.substring(0, Math.min(kept.length(), WORDS_MAX)).replace("\0", ""),
                    within.matches("[0-9]{6}") ? within : "",
                    which.matches("[a-z-]{1,20}") ? which : "",
                    "",
                    Math.clamp(number, 1, NUMBER_MAX),
                    LINES);
        }

        /** The same with another choice. */
        public Wish choosing(String other) {
            return new Wish(words, within, other, category, number, count);
        }

        /** The same of one category as it is typed; what is none is as if it were not there. */
        public Wish ofCategory(String typed) {
            String known = Catalogue.CATEGORIES.contains(typed) ? typed : "";
            return new Wish(words, within, which, known, number, count);
        }

        /** Whether it asks for anything but all. */
        public boolean isFiltered() {
            return !(words + within + which + category).isEmpty();
        }

        /** The same with other words. */
        public Wish searching(String other) {
            return typed(other, within, which, number).ofCategory(category);
        }

        /** All lines at once, for a file. */
        public Wish whole() {
            return new Wish(words, within, which, category, 1, Integer.MAX_VALUE);
        }

        /** How many lines are before it. */
        public long skip() {
            return (number - 1L) * count;
        }

        /** The words, where `%` and `_` stand for themselves. */
        public String pattern() {
            return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }
}
