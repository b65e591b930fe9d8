package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * The page of one refund.
 *
 * @param isFailed whether somebody has to do something about it
 * @param mayBeVoid whether the wallet was never paid what is to go back
 * @param end how somebody ended it; empty while nobody did
 */
public record OneRefund(
        String number,
        Head head,
        Facts facts,
        boolean isFailed,
        String end,
        boolean mayBeVoid,
        List<OneCase.Asked> asked) {

    /** Which receipt it is of, and how it stands. */
    public record Head(String code, State state) {}

    /** What is owed, by whom it was paid and why it goes back. */
    public record Facts(String amount, String wallet, String counter, String why, String wanted) {}
}
