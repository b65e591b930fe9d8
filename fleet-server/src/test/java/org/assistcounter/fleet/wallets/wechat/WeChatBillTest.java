package org.assistcounter.fleet.wallets.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.bill.BillReading;
import org.junit.jupiter.api.Test;

/** A bill in the form that WeChat Pay's page on trade bills shows, and whatever is none. */
class WeChatBillTest {

    private static final String HEAD =
            "\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
                    + "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,"
                    + "充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
                    + "申请退款金额,费率备注\r\n";
    private static final String PAID =
            "`2026-11-27 23:59:58,`wx1,`1900000001,`0,`,`4200001,`ORDER-1,`oU,`NATIVE,`SUCCESS,"
                    + "`OTHERS,`CNY,`9.90,`0.00,`0,`0,`0.00,`0.00,`,`,`苹果, 两枚,`,`0.06000,`0.60%,"
                    + "`9.90,`0.00,`\r\n";
    private static final String REFUNDED =
            "`2026-11-28 00:00:03,`wx1,`1900000001,`0,`,`4200001,`ORDER-1,`oU,`NATIVE,`REFUND,"
                    + "`OTHERS,`CNY,`0.00,`0.00,`5030,`ORDER-1-r1,`0.90,`0.00,`ORIGINAL,`SUCCESS,"
                    + "`苹果,`,`0.00000,`0.60%,`0.00,`0.90,`\r\n";
    private static final String SUMS =
            """
            总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
            `2,`9.90,`0.90,`0.00,`0.06000,`9.90,`0.90
            """;

    private final BillReading reading = new BillReading(StandardCharsets.UTF_8, WeChatBill::new);

    @Test
    void readsPaymentsAndRefunds() {
        assertThat(reading.lines(HEAD + PAID + REFUNDED + SUMS))
                .containsExactly(
                        new BillLine(
                                BillLine.Kind.PAID,
                                "ORDER-1",
                                "",
                                "4200001",
                                990,
                                Instant.parse("2026-11-27T15:59:58Z")),
                        new BillLine(
                                BillLine.Kind.REFUNDED,
                                "ORDER-1",
                                "ORDER-1-r1",
                                "4200001",
                                90,
                                Instant.parse("2026-11-27T16:00:03Z")));
    }

    @Test
    void readsAReversalWithoutANumberOfOurs() {
        String reversed = REFUNDED.replace("`REFUND,", "`REVOKED,").replace("`ORDER-1-r1,", "`0,");

        assertThat(reading.lines(HEAD + reversed + SUMS))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(BillLine.Kind.REVERSED);
                    assertThat(line.refund()).isEmpty();
                    assertThat(line.amountMinor()).isEqualTo(90);
                });
    }

    @Test
    void countsNoRefundThatFailed() {
        String failed = REFUNDED.replace("`SUCCESS,", "`FAIL,");

        assertThat(reading.lines(HEAD + PAID + failed + SUMS)).hasSize(1);
    }

    @Test
    void readsColumnsByTheirNamesInWhateverOrder() {
        String head = "订单金额,申请退款金额,交易时间,微信订单号,商户订单号,交易状态,货币种类,商户退款单号,退款状态\n";
        String line = "`1.2,`0.00,`2026-11-27 10:00:00,`42,`O-1,`SUCCESS,`CNY,`0,`\n";

        assertThat(reading.lines(head + line + SUMS))
                .singleElement()
                .satisfies(read -> assertThat(read.amountMinor()).isEqualTo(120));
    }

    @Test
    void readsADayWithoutPayments() {
        assertThat(reading.lines(HEAD + SUMS)).isEmpty();
    }

    @Test
    void refusesABillWithoutItsSums() {
        assertThat(reading.refusal(HEAD + PAID)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesSumsWithoutTheirFigures() {
        assertThat(reading.refusal(HEAD + PAID + SUMS.substring(0, SUMS.indexOf('`'))))
                .isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesWhatGoesOnAfterItsSums() {
        assertThat(reading.refusal(HEAD + PAID + SUMS + PAID)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(reading.refusal("")).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAHeadThatLacksAColumn() {
        assertThat(reading.refusal(HEAD.replace("商户订单号", "订单号") + PAID + SUMS))
                .isEqualTo(Fault.UNKNOWN_COLUMNS);
    }

    @Test
    void refusesAHeadThatNamesAColumnTwice() {
        assertThat(reading.refusal(HEAD.replace("应结订单金额", "订单金额") + PAID + SUMS))
                .isEqualTo(Fault.UNKNOWN_COLUMNS);
    }

    @Test
    void refusesAnErrorPageInPlaceOfABill() {
        assertThat(reading.refusal("<html><body>502</body></html>"))
                .isEqualTo(Fault.UNKNOWN_COLUMNS);
    }

    @Test
    void refusesALineWithoutBackticks() {
        assertThat(reading.refusal(HEAD + PAID.replace("`", "") + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesALineThatIsTooShort() {
        assertThat(reading.refusal(HEAD + PAID.substring(0, 60) + "\n" + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesAStateThatItDoesNotKnow() {
        assertThat(reading.refusal(HEAD + PAID.replace("SUCCESS", "FROZEN") + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesARefundInAStateThatItDoesNotKnow() {
        assertThat(reading.refusal(HEAD + REFUNDED.replace("SUCCESS", "FROZEN") + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(reading.refusal(HEAD + PAID.replace("11-27", "11-31") + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesAnOrderWithoutANumber() {
        assertThat(reading.refusal(HEAD + PAID.replace("ORDER-1", "") + SUMS))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesAPartOfAFen() {
        assertThat(
                        reading.refusal(
                                HEAD + PAID.replace("`9.90,`0.00,`\r", "`9.905,`0.00,`\r") + SUMS))
                .isEqualTo(Fault.AMOUNT_NOT_EXPRESSIBLE);
    }

    @Test
    void refusesAnAmountThatIsNoNumber() {
        assertThat(
                        reading.refusal(
                                HEAD + PAID.replace("`9.90,`0.00,`\r", "`9,90,`0.00,`\r") + SUMS))
                .isEqualTo(Fault.AMOUNT_NOT_EXPRESSIBLE);
    }

    @Test
    void refusesAnotherCurrency() {
        assertThat(reading.refusal(HEAD + PAID.replace("CNY", "USD") + SUMS))
                .isEqualTo(Fault.AMOUNT_NOT_EXPRESSIBLE);
    }

    @Test
    void refusesALineWithoutAnEnd() {
        assertThat(reading.refusal(HEAD + "`".repeat(20_000))).isEqualTo(Fault.TOO_LARGE);
    }
}
