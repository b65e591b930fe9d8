package org.assistcounter.fleet.ledger;

import java.time.Instant;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/** One case with all that it takes to settle it. */
public record CaseFile(
        long id, Where where, OpenCase.Line line, int lineNumber, Claim claim, Times times) {

    /** Whose it is. */
    public record Where(String tenant, String counter) {}

    /** The money, and why it is in question. */
    public record Claim(PaymentWay way, CaseReason reason, long amountMinor, String currency) {}

    /**
     * When.
     *
     * @param openedAt by the counter's clock
     * @param heardAt by ours
     * @param settledAt null while it is open
     */
    public record Times(Instant openedAt, Instant heardAt, @Nullable Instant settledAt) {}

    /** Whether nothing was found out yet. */
    public boolean isOpen() {
        return times.settledAt() == null;
    }
}
