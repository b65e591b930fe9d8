package org.assistcounter.fleet.trace;

/**
 * Between which counters a list runs, both ends included, in the order of operator and counter. A
 * span is one stretch of an index, where "all or this one" would read everything and leave it out.
 */
public record Span(String fromTenant, String fromCounter, String toTenant, String toCounter) {
    /** Behind every id of an operator and of a counter, in the order of their bytes. */
    private static final String END = "~";

    /**
     * All counters of an operator.
     *
     * @param tenant empty for all operators
     */
    public static Span of(String tenant) {
        return new Span(tenant, "", tenant.isEmpty() ? END : tenant, END);
    }

    /** One counter. */
    static Span of(LotTrace.Stand stand) {
        return new Span(stand.tenant(), stand.counter(), stand.tenant(), stand.counter());
    }

    /** Whether it is of one operator only. */
    boolean isOfOne() {
        return !fromTenant.isEmpty();
    }

    /** Whether a counter lies in it: it is of all, of one operator or of one counter. */
    boolean has(String tenant, String counter) {
        return (fromTenant.isEmpty() || fromTenant.equals(tenant))
                && (fromCounter.isEmpty() || fromCounter.equals(counter));
    }
}
