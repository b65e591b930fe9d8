package org.assistcounter.verifier;

/**
 * What was found of one counter in an export.
 *
 * @param signatures how many records' signatures were checked; each proves all records before it
 * @param checkpoints of the fleet that the records carry and that it has signed
 */
record CounterOutcome(
        String counter,
        Span span,
        long signatures,
        long checkpoints,
        Books books,
        Findings findings) {

    /** The records that were read, and the last of them. */
    record Span(long first, long last, String lastHash, long records) {
        static final Span NONE = new Span(0, 0, "", 0);
    }
}
