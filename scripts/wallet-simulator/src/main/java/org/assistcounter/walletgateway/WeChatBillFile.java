package org.assistcounter.walletgateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** WeChat Pay's trade bill of kind ALL, as API v3 gives it to a direct merchant. */
final class WeChatBillFile {
    static final String PATH = "/v3/billdownload/file";
    static final String ADDRESS = "https://api.mch.weixin.qq.com" + PATH + "?token=";
    private static final String HEAD =
            "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
                    + "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,"
                    + "充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
                    + "申请退款金额,费率备注\r\n";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n";
    private static final String NONE = "0.00";

    private WeChatBillFile() {}

    static String text(List<BillEntry> entries) {
        StringBuilder text = new StringBuilder("\uFEFF").append(HEAD);
        entries.forEach(entry -> text.append(line(entry)));
        String paid = yuan(entries, BillEntry.Kind.PAID);
        String refunded = yuan(entries, BillEntry.Kind.REFUNDED);
        return text.append(SUMS)
                .append(cells("" + entries.size(), paid, refunded, NONE, "0.00000", paid, refunded))
                .toString();
    }

    private static String line(BillEntry entry) {
        boolean isPaid = entry.kind() == BillEntry.Kind.PAID;
        boolean isRefund = entry.kind() == BillEntry.Kind.REFUNDED;
        String amount = AlipayDesk.yuan(entry.amountMinor());
        String paid = isPaid ? amount : NONE;
        String back = isPaid ? NONE : amount;
        Order order = entry.order();
        return cells(
                entry.time(),
                "wx0000000000000001",
                WeChatEnvelope.MERCHANT,
                "0",
                "",
                order.transaction(),
                order.number(),
                "oUser",
                order.terms().isScanned() ? "MICROPAY" : "NATIVE",
                state(entry.kind()),
                "OTHERS",
                "CNY",
                paid,
                NONE,
                isRefund ? "50" + order.transaction() : "0",
                isRefund ? entry.refund() : "0",
                back,
                NONE,
                isRefund ? "ORIGINAL" : "",
                isRefund ? "SUCCESS" : "",
                order.terms().description(),
                "",
                "0.00000",
                "0.60%",
                paid,
                back,
                "");
    }

    private static String state(BillEntry.Kind kind) {
        return switch (kind) {
            case PAID -> "SUCCESS";
            case REFUNDED -> "REFUND";
            case REVERSED -> "REVOKED";
        };
    }

    private static String cells(String... cells) {
        return "`" + String.join(",`", cells) + "\r\n";
    }

    private static String yuan(List<BillEntry> entries, BillEntry.Kind kind) {
        return AlipayDesk.yuan(
                entries.stream()
                        .filter(entry -> entry.kind() == kind)
                        .mapToLong(BillEntry::amountMinor)
                        .sum());
    }

    static byte[] packed(byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }
}
