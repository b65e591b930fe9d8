package org.assistcounter.fleet.dashboards;

import org.jspecify.annotations.Nullable;

/**
 * The page of one refund.
 *
 * @param isFailed whether somebody has to do something about it
 * @param end how somebody ended it; empty while nobody did
 */
public record OneRefund(
        String number,
        Head head,
        Facts facts,
        boolean isFailed,
        String end,
        OneCase.@Nullable Asked asked) {

    /** Which receipt it is of, and how it stands. */
    public record Head(String code, State state) {}

    /** What is owed, by whom it was paid and why it goes back. */
    public record Facts(String amount, String wallet, String counter, String why, String wanted) {}
}
