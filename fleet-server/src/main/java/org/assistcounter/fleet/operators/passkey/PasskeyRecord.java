package org.assistcounter.fleet.operators.passkey;

/**
 * What is kept of a passkey to know it again.
 *
 * @param credential its id, in hex
 * @param attested authenticator's kind, id and public key as it gave them, in hex
 * @param count how often it was used by its own count; 0 where it does not count
 * @param mayBeCopied whether it may be on several devices of one person (BE)
 * @param isCopied whether it is (BS)
 */
public record PasskeyRecord(
        String credential, String attested, long count, boolean mayBeCopied, boolean isCopied) {}
