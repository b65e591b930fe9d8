package org.assistcounter.fleet.complaints.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the page of receipts answers. Many phones share one address of their network, so one
 * address may ask more than one person would.
 *
 * @param atOnce so many questions of one address
 * @param pause and one more after each such time
 * @param allAtOnce the same for all addresses together
 * @param allPause a receipt code has forty bits: at five questions a second, with a million sales
 *     behind them, a stranger's code is hit once in two days
 */
@ConfigurationProperties("assistcounter.receipts")
record ReceiptSettings(
        @DefaultValue("30") int atOnce,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("300") int allAtOnce,
        @DefaultValue("200ms") Duration allPause) {

    QuestionLimit limit() {
        return new QuestionLimit(
                new QuestionLimit.Pace(atOnce, pause.toMillis()),
                new QuestionLimit.Pace(allAtOnce, allPause.toMillis()));
    }
}
