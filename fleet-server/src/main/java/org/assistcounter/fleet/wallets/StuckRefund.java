package org.assistcounter.fleet.wallets;

import org.jspecify.annotations.Nullable;

/**
 * A refund as a person sees to it.
 *
 * @param state refunding, refunded, failed, sent in another way, or void: not owed
 * @param reason why the money is owed
 * @param end null while nobody has ended it
 */
public record StuckRefund(
        FailedRefund owed, Attempt attempt, String state, String reason, @Nullable End end) {

    /** Whether the wallet says that it was paid what is to go back. */
    public boolean wasPaid() {
        WalletGateway.Standing standing = attempt.standing();
        return standing.state() == WalletGateway.State.PAID
                && standing.amountMinor() >= owed.amountMinor();
    }

    /**
     * How somebody ended it.
     *
     * @param reference of the transfer; for what is not owed, how one knows
     */
    public record End(String reference, String by) {}
}
