package org.assistcounter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assistcounter.fleet.wallets.alipay.AlipayZip;

/** A day in the forms of both wallets. */
final class BillSamples {
    private static final String WECHAT_HEAD =
            "\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
                    + "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,"
                    + "充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
                    + "申请退款金额,费率备注\r\n";
    private static final String WECHAT_PAID =
            "`2026-11-27 23:59:58,`wx1,`1900000001,`0,`,`4200001,`ORDER-1,`oU,`NATIVE,`SUCCESS,"
                    + "`OTHERS,`CNY,`9.90,`0.00,`0,`0,`0.00,`0.00,`,`,`苹果, 两枚,`,`0.06000,`0.60%,"
                    + "`9.90,`0.00,`\r\n";
    private static final String WECHAT_REFUNDED =
            "`2026-11-28 00:00:03,`wx1,`1900000001,`0,`,`4200001,`ORDER-1,`oU,`NATIVE,`REFUND,"
                    + "`OTHERS,`CNY,`0.00,`0.00,`5030,`ORDER-1-r1,`0.90,`0.00,`ORIGINAL,`SUCCESS,"
                    + "`苹果,`,`0.00000,`0.60%,`0.00,`0.90,`\r\n";
    private static final String WECHAT_SUMS =
            """
            总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
            `2,`9.90,`0.90,`0.00,`0.06000,`9.90,`0.90
            """;

    private static final String ALIPAY_BEGIN =
            """
            #支付宝业务明细查询
            #账号：[20880000000000010156]
            #起始日期：[2026年11月27日 00:00:00]   终止日期：[2026年11月28日 00:00:00]
            #-----------------------------------------业务明细列表--------------------
            """;
    private static final String ALIPAY_HEAD =
            "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
                    + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,"
                    + "券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,"
                    + "服务费（元）,分润（元）,备注\r\n";
    private static final String ALIPAY_PAID =
            "2026112722001\t,SALE_1\t,交易\t,苹果,2026-11-27 10:00:00,2026-11-27 10:00:05,\t,\t,\t,"
                    + "\t,*某(138****0000)\t,9.90,9.85,0.00,0.00,0.05,0.00,0.00,,0.00\t,0.00,"
                    + "\t,0.00,0.00,\r\n";
    private static final String ALIPAY_REFUNDED =
            "2026112722001\t,SALE_1\t,退款\t,苹果,2026-11-27 10:00:00,2026-11-27 11:00:00,\t,\t,\t,"
                + "\t,*某(138****0000)\t,-0.90,-0.90,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,SALE_1_r1"
                + "\t,0.00,0.00,\r\n";
    private static final String ALIPAY_END =
            """
            #-----------------------------------------业务明细列表结束----------------
            #交易合计：1笔，商家实收共9.85元
            """;

    private BillSamples() {}

    static List<byte[]> wechat() {
        return Samples.texts(WECHAT_HEAD + WECHAT_PAID + WECHAT_REFUNDED + WECHAT_SUMS);
    }

    static List<byte[]> alipay() {
        return List.of(alipayDay());
    }

    static List<byte[]> alipayZip() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed, AlipayZip.CHARSET)) {
            zip.putNextEntry(new ZipEntry("2088_20261127_业务明细(汇总).csv"));
            zip.write(new byte[] {'#'});
            zip.putNextEntry(new ZipEntry("2088_20261127_业务明细.csv"));
            zip.write(alipayDay());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return List.of(packed.toByteArray());
    }

    private static byte[] alipayDay() {
        return (ALIPAY_BEGIN + ALIPAY_HEAD + ALIPAY_PAID + ALIPAY_REFUNDED + ALIPAY_END)
                .getBytes(AlipayZip.CHARSET);
    }
}
