package org.assistcounter.walletgateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Alipay's trade bill: two files of GBK text, packed: the sums and the details. */
final class AlipayBillFile {
    static final String METHOD = "alipay.data.dataservice.bill.downloadurl.query";
    static final String PATH = "/alipay-bills/";
    private static final Charset GBK = Charset.forName("GBK");
    private static final String ACCOUNT = "20880000000000010156";
    private static final String RULE = "#-----------------------------------------";
    private static final String HEAD =
            "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
                    + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,"
                    + "券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,"
                    + "服务费（元）,分润（元）,备注";

    private AlipayBillFile() {}

    static byte[] packed(List<BillEntry> entries, LocalDate day) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        String name = ACCOUNT + "_" + day.toString().replace("-", "") + "_业务明细";
        try (ZipOutputStream zip = new ZipOutputStream(packed, GBK)) {
            put(zip, entry(name + "(汇总).csv", day), "#支付宝业务汇总查询\r\n");
            put(zip, entry(name + ".csv", day), text(entries, day));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    /** Made on the day after, however often it is asked for: the same bill is the same bytes. */
    private static ZipEntry entry(String name, LocalDate day) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(day.plusDays(1).atTime(9, 0));
        return entry;
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, String text) throws IOException {
        zip.putNextEntry(entry);
        zip.write(text.getBytes(GBK));
        zip.closeEntry();
    }

    private static String text(List<BillEntry> entries, LocalDate day) {
        String lines =
                entries.stream().map(AlipayBillFile::line).collect(Collectors.joining("\r\n"));
        return String.join(
                        "\r\n",
                        "#支付宝业务明细查询",
                        "#账号：[" + ACCOUNT + "]",
                        "#起始日期：[" + day + " 00:00:00]   终止日期：[" + day.plusDays(1) + " 00:00:00]",
                        RULE + "业务明细列表----------------------------------------",
                        HEAD,
                        lines,
                        RULE + "业务明细列表结束------------------------------------",
                        "#导出时间：[" + day.plusDays(1) + " 09:00:00]")
                + "\r\n";
    }

    private static String line(BillEntry entry) {
        boolean isPaid = entry.kind() == BillEntry.Kind.PAID;
        String amount = (isPaid ? "" : "-") + AlipayDesk.yuan(entry.amountMinor());
        Order order = entry.order();
        return String.join(
                ",",
                order.transaction() + "\t",
                order.number() + "\t",
                (isPaid ? "交易" : "退款") + "\t",
                order.terms().description(),
                entry.time(),
                entry.time(),
                "\t",
                "\t",
                "\t",
                "\t",
                "*某(138****0000)\t",
                amount,
                amount,
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "0.00",
                "",
                "0.00\t",
                "0.00",
                entry.refund() + "\t",
                "0.00",
                "0.00",
                "");
    }
}
