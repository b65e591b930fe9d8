package org.assistcounter.fleet.wallets.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.bill.BillReading;
import org.junit.jupiter.api.Test;

/** Details of a day in Alipay's form, and whatever are none. */
class AlipayBillTest {

    private static final String BEGIN =
            """
            #支付宝业务明细查询
            #账号：[20880000000000010156]
            #起始日期：[2026年11月27日 00:00:00]   终止日期：[2026年11月28日 00:00:00]
            #-----------------------------------------业务明细列表--------------------
            """;
    private static final String HEAD =
            "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
                    + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,"
                    + "券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,"
                    + "服务费（元）,分润（元）,备注\r\n";
    private static final String PAID =
            "2026112722001\t,SALE_1\t,交易\t,苹果,2026-11-27 10:00:00,2026-11-27 10:00:05,\t,\t,\t,"
                    + "\t,*某(138****0000)\t,9.90,9.85,0.00,0.00,0.05,0.00,0.00,,0.00\t,0.00,"
                    + "\t,0.00,0.00,\r\n";
    private static final String REFUNDED =
            "2026112722001\t,SALE_1\t,退款\t,苹果,2026-11-27 10:00:00,2026-11-27 11:00:00,\t,\t,\t,"
                + "\t,*某(138****0000)\t,-0.90,-0.90,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,SALE_1_r1"
                + "\t,0.00,0.00,\r\n";
    private static final String END =
            """
            #-----------------------------------------业务明细列表结束----------------
            #交易合计：1笔，商家实收共9.85元
            """;

    private final BillReading reading = new BillReading(AlipayZip.CHARSET, AlipayBill::new);

    @Test
    void readsPaymentsAndRefundsUnderOurNumbers() {
        assertThat(reading.lines(BEGIN + HEAD + PAID + REFUNDED + END))
                .containsExactly(
                        new BillLine(
                                BillLine.Kind.PAID,
                                "SALE-1",
                                "",
                                "2026112722001",
                                990,
                                Instant.parse("2026-11-27T02:00:05Z")),
                        new BillLine(
                                BillLine.Kind.REFUNDED,
                                "SALE-1",
                                "SALE-1-r1",
                                "2026112722001",
                                90,
                                Instant.parse("2026-11-27T03:00:00Z")));
    }

    @Test
    void readsARefundWithoutANumberAsAReversal() {
        assertThat(reading.lines(BEGIN + HEAD + REFUNDED.replace("SALE_1_r1", "") + END))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo(BillLine.Kind.REVERSED));
    }

    @Test
    void readsNamesOfGoodsThatHoldCommas() {
        assertThat(reading.lines(BEGIN + HEAD + PAID.replace("苹果", "苹果,红,两枚") + END))
                .singleElement()
                .satisfies(line -> assertThat(line.amountMinor()).isEqualTo(990));
    }

    @Test
    void readsRemarksThatHoldCommas() {
        String remarked = PAID.replace("0.00,\r\n", "0.00,a,b,c\r\n");

        assertThat(reading.lines(BEGIN + HEAD + remarked + END))
                .singleElement()
                .satisfies(line -> assertThat(line.amountMinor()).isEqualTo(990));
    }

    @Test
    void readsADayWithoutPayments() {
        assertThat(reading.lines(BEGIN + HEAD + END)).isEmpty();
    }

    @Test
    void refusesDetailsWhoseEndIsNotSaid() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesDetailsWithoutAHead() {
        assertThat(reading.refusal(BEGIN + END)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesWhatGoesOnAfterItsEnd() {
        assertThat(reading.refusal(BEGIN + HEAD + END + PAID)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void refusesAHeadThatLacksAColumn() {
        assertThat(reading.refusal(BEGIN + HEAD.replace("业务类型", "类型") + PAID + END))
                .isEqualTo(Fault.UNKNOWN_COLUMNS);
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID.replace("交易\t", "转账\t") + END))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesALineThatIsTooShort() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID.substring(0, 40) + "\n" + END))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID.replace("10:00:05", "25:00:05") + END))
                .isEqualTo(Fault.UNKNOWN_LINE);
    }

    @Test
    void refusesAnAmountThatIsNoNumber() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID.replace("9.90", "九元") + END))
                .isEqualTo(Fault.AMOUNT_NOT_EXPRESSIBLE);
    }

    @Test
    void refusesAPartOfAFen() {
        assertThat(reading.refusal(BEGIN + HEAD + PAID.replace("9.90", "9.905") + END))
                .isEqualTo(Fault.AMOUNT_NOT_EXPRESSIBLE);
    }

    @Test
    void refusesTextInAnotherCharacterSet() {
        String utf8 = new String(HEAD.getBytes(StandardCharsets.UTF_8), AlipayZip.CHARSET);

        assertThat(reading.refusal(BEGIN + utf8 + PAID + END)).isEqualTo(Fault.UNKNOWN_COLUMNS);
    }
}
