package org.assistcounter.fleet.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a long list goes on: the key of the line before. A list whose pages were counted would read
 * all that is before a page.
 */
public sealed interface Cursor {
    /** Before and behind all times that the database knows. */
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Whose counter it stands at. */
    String tenant();

    /** The counter. */
    String counter();

    /** Behind a slot; slots are listed upwards. */
    record Slot(String tenant, String counter, int slot) implements Cursor {
        private static final Pattern FORM =
                Pattern.compile("([a-z][a-z0-9-]{0,39})~([0-9a-f]{1,64})~([0-9]{1,6})");

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

    /** Behind a packet; packets are listed downwards, so that a counter's newest comes first. */
    record Unit(String tenant, String counter, Instant at, String sale, int line)
            implements Cursor {
        private static final Pattern FORM =
                Pattern.compile(
                        "([a-z][a-z0-9-]{0,39})~([0-9a-f]{1,64})~([0-9]{1,17})"
                                + "~([0-9A-Z]{26})~([0-9]{1,6})");

        static Unit before(Span span) {
            return new Unit(span.toTenant(), span.toCounter(), LATEST, "", 0);
        }

        static Unit after(LotTrace.UnitLine line) {
            return new Unit(
                    line.stand().tenant(),
                    line.stand().counter(),
                    line.at(),
                    line.sale(),
                    line.line());
        }

        /** As it stands in an address; empty for what cannot be. */
        static Optional<Unit> of(String typed) {
            Matcher found = FORM.matcher(typed);
            return found.matches() ? at(found) : Optional.empty();
        }

        private static Optional<Unit> at(Matcher found) {
            try {
                long micros = Long.parseLong(found.group(3));
                Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
                return Optional.of(
                                new Unit(
                                        found.group(1),
                                        found.group(2),
                                        at,
                                        found.group(4),
                                        Integer.parseInt(found.group(5))))
                        .filter(unit -> unit.at().isBefore(LATEST));
            } catch (DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
            return String.join(
                    "~", tenant, counter, Long.toString(micros), sale, Integer.toString(line));
        }
    }
}
