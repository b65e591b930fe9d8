package org.assistcounter.protocol.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found in a code so far, each with its place, until it is a {@link LotCode}. */
final class Elements {
    private static final String WEIGHT = "310";

    private final Map<String, Found> bySubject = new TreeMap<>();

    /** An element, and where it stands in words. */
    private record Found(Element element, String place) {}

    /** Taken once; the same once more says nothing new. */
    void add(Identifier identifier, String value, String place) throws MalformedGs1Exception {
        String where = identifier + " " + place;
        Element element;
        try {
            element = Element.checked(identifier, value);
        } catch (MalformedGs1Exception refused) {
            throw refused.at(where);
        }
        Found before = bySubject.putIfAbsent(identifier.subject(), new Found(element, where));
        if (before != null && !before.element().equals(element)) {
            throw new MalformedGs1Exception(
                    Reason.SAID_TWICE,
                    "%s: %s, but it is %s before"
                            .formatted(where, value, before.element().value()));
        }
    }

    boolean has(String identifier) {
        return bySubject.containsKey(identifier);
    }

    LotCode lotCode(int referenceYear) throws MalformedGs1Exception {
        LotDates dates =
                new LotDates(
                        date("11", true, referenceYear),
                        date("13", true, referenceYear),
                        date("15", false, referenceYear),
                        date("17", false, referenceYear));
        String count = value("37");
        return new LotCode(
                gtin(),
                value("10"),
                value("21"),
                dates,
                count == null ? null : Integer.valueOf(count),
                weight());
    }

    private Gtin gtin() throws MalformedGs1Exception {
        Found found = bySubject.get("01");
        if (found == null) {
            throw new MalformedGs1Exception(
                    Reason.NO_GTIN, "the code names no article: (01) is missing");
        }
        try {
            return Gtin.read(found.element().value());
        } catch (MalformedGs1Exception refused) {
            throw refused.at(found.place());
        }
    }

    private @Nullable LocalDate date(String identifier, boolean isDayNeeded, int referenceYear)
            throws MalformedGs1Exception {
        Found found = bySubject.get(identifier);
        if (found == null) {
            return null;
        }
        try {
            return Dates.read(found.element().value(), isDayNeeded, referenceYear);
        } catch (MalformedGs1Exception refused) {
            throw refused.at(found.place());
        }
    }

    private @Nullable BigDecimal weight() {
        Found found = bySubject.get(WEIGHT);
        if (found == null) {
            return null;
        }
        int decimals = found.element().identifier().digits().charAt(WEIGHT.length()) - '0';
        return new BigDecimal(new BigInteger(found.element().value()), decimals);
    }

    private @Nullable String value(String identifier) {
        Found found = bySubject.get(identifier);
        return found == null ? null : found.element().value();
    }
}
