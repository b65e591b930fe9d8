package org.assistcounter.fleet.spreadsheets;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value on its way into a file. */
public sealed interface Cell {

    /** As it is shown in a file whose cells have no types. */
    String plain();

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell whole(long number) {
        return new Whole(number);
    }

    static Cell fen(long fen) {
        return new Money(fen);
    }

    static Cell date(LocalDate date) {
        return new Day(date);
    }

    static Cell yesNo(boolean yes) {
        return new Text(yes ? "是" : "否");
    }

    static Cell none() {
        return new Text("");
    }

    /** Never taken for a formula. */
    record Text(String plain) implements Cell {}

    /** A whole number. */
    record Whole(long number) implements Cell {
        @Override
        public String plain() {
            return Long.toString(number);
        }
    }

    /** An amount, shown in yuan. */
    record Money(long fen) implements Cell {
        @Override
        public String plain() {
            return yuan().toPlainString();
        }

        BigDecimal yuan() {
            return BigDecimal.valueOf(fen, 2);
        }
    }

    /** A day of the calendar. */
    record Day(LocalDate date) implements Cell {
        @Override
        public String plain() {
            return date.toString();
        }
    }
}
