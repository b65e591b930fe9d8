package org.assistcounter.fleet.complaints;

import java.time.Instant;

/**
 * What a shopper asks for whose money is in question.
 *
 * @param contact how to reach them, in their words
 * @param said what they say happened; may be empty
 */
public record Claim(String contact, String said, Instant askedAt) {
    public static final int CONTACT_MAX = 80;
    public static final int SAID_MAX = 300;

    /** So many are kept of a sale; whoever asks after them changes nothing. */
    public static final int OF_A_SALE_MAX = 5;
}
