package org.assistcounter.fleet.operators;

import java.time.Instant;

/**
 * A line of a tenant's audit.
 *
 * @param number in the tenant's chain, from 1
 * @param by the login of who did it; empty for what nobody did
 * @param hash SHA-256 in hex, over the hash before and this line
 */
public record AuditLine(long number, Instant at, Deed deed, String by, String hash) {

    /** What was done, to what, and whatever else a later reader needs. */
    public record Deed(String action, String subject, String detail) {}
}
