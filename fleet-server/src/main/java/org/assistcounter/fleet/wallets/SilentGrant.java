package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * Paid by wallet, and the counter has fallen silent before its journal told what came of it. What
 * it dispensed or not is known when it comes back; until then somebody owns the case.
 *
 * @param owner who that is
 */
public record SilentGrant(
        String counter, String sale, long amountMinor, Instant openedAt, String owner) {}
