package org.assistcounter.fleet.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a long list goes on: the key of the line before. A list whose pages were counted would read
 * all that is before a page.
 */
public sealed interface Cursor {
    /** An operator's id and a counter's. */
    String NAMES = "([a-z][a-z0-9-]{0,62})~([0-9a-f]{1,64})";

    /** Behind all times that a counter can tell. */
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Whose counter it stands at. */
    String tenant();

    /** The counter. */
    String counter();

    /** Behind a slot; slots are listed upwards. */
    record Slot(String tenant, String counter, int slot) implements Cursor {
        private static final Pattern FORM = Pattern.compile(NAMES + "~([0-9]{1,6})");

        static Slot before(Span span) {
            return new Slot(span.fromTenant(), span.fromCounter(), -1);
        }

        static Slot after(LotTrace.SlotLine line) {
            return new Slot(line.stand().tenant(), line.stand().counter(), line.slot());
        }

        /** As it stands in an address; empty for what cannot be. */
        static Optional<Slot> of(String typed) {
            Matcher found = FORM.matcher(typed);
            return found.matches()
                    ? Optional.of(
                            new Slot(
                                    found.group(1),
                                    found.group(2),
                                    Integer.parseInt(found.group(3))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return tenant + "~" + counter + "~" + slot;
        }
    }

    /**
     * Behind a packet; packets are listed downwards, so that a counter's newest comes first. It
     * names no sale, since a sale's id holds its receipt code.
     *
     * @param shown how many of that counter and moment were listed
     */
    record Unit(String tenant, String counter, Instant at, int shown) implements Cursor {
        private static final Pattern FORM =
                Pattern.compile(NAMES + "~(-?[0-9]{1,17})~([0-9]{1,4})");

        static Unit before(Span span) {
            return new Unit(span.toTenant(), span.toCounter(), LATEST, 0);
        }

        /** Behind the last of some packets that were listed from a place on. */
        static Unit after(Optional<Unit> from, List<LotTrace.UnitLine> lines) {
            Unit last = of(lines.getLast());
            long same = lines.reversed().stream().takeWhile(each -> of(each).equals(last)).count();
            int before =
                    from.filter(unit -> same == lines.size() && unit.isOf(last))
                            .map(Unit::shown)
                            .orElse(0);
            return new Unit(last.tenant, last.counter, last.at, (int) same + before);
        }

        private static Unit of(LotTrace.UnitLine line) {
            return new Unit(line.stand().tenant(), line.stand().counter(), line.at(), 0);
        }

        private boolean isOf(Unit other) {
            return tenant.equals(other.tenant)
                    && counter.equals(other.counter)
                    && at.equals(other.at);
        }

        /** As it stands in an address; empty for what cannot be. */
        static Optional<Unit> of(String typed) {
            Matcher found = FORM.matcher(typed);
            return found.matches()
                    ? Optional.of(
                            new Unit(
                                    found.group(1),
                                    found.group(2),
                                    Instant.EPOCH.plus(
                                            Long.parseLong(found.group(3)), ChronoUnit.MICROS),
                                    Integer.parseInt(found.group(4))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
            return String.join(
                    "~", tenant, counter, Long.toString(micros), Integer.toString(shown));
        }
    }
}
