package org.assistcounter.protocol.gs1;

/** What a scanned or typed text says as a GS1 code: a lot, or why it is none. */
public sealed interface Gs1 {

    /** It is understood. */
    record Read(LotCode code) implements Gs1 {}

    /**
     * It is not.
     *
     * @param detail an English sentence that says what and where
     */
    record Refused(Reason reason, String detail) implements Gs1 {

        /** The reason as pages look it up. */
        public String word() {
            return reason.word();
        }
    }

    /**
     * Reads an article number (EAN-13, EAN-8, UPC-A, ITF-14), an element string or a Digital Link,
     * whatever the scanner or a keyboard puts around it.
     *
     * @param referenceYear the year by which two-digit years get their century: that of today
     */
    static Gs1 read(String scanned, int referenceYear) {
        try {
            return new Read(Recognition.read(scanned, referenceYear));
        } catch (MalformedGs1Exception refused) {
            return new Refused(refused.reason(), refused.sentence());
        }
    }
}
