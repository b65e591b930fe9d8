package org.assistcounter.fleet.wallets.alipay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.bill.BillCells;
import org.assistcounter.fleet.wallets.bill.BillForm;

/**
 * Alipay's details of a day: comments that begin with #, a head, a line for each payment and
 * refund, and a comment that says that the list has ended. Cells are not quoted, so a comma in the
 * name of the goods moves what follows: it is put together again by where the times are.
 */
public final class AlipayBill implements BillForm {
    private static final String COMMENT = "#";
    private static final String ENDED = "明细列表结束";
    private static final String TRANSACTION = "支付宝交易号";
    private static final String ORDER = "商户订单号";
    private static final String TYPE = "业务类型";
    private static final String GOODS = "商品名称";
    private static final String BEGUN_AT = "创建时间";
    private static final String ENDED_AT = "完成时间";
    private static final String AMOUNT = "订单金额(元)";
    private static final String REFUND = "退款批次号/请求号";
    private static final List<String> NEEDED =
            List.of(TRANSACTION, ORDER, TYPE, GOODS, BEGUN_AT, ENDED_AT, AMOUNT, REFUND);

    private Map<String, Integer> columns = Map.of();
    private boolean isEnded;

    @Override
    public Optional<BillLine> read(String text) {
        if (text.isBlank() || text.startsWith(COMMENT)) {
            isEnded = isEnded || text.contains(ENDED);
            return Optional.empty();
        }
        if (isEnded) {
            throw new BillRefused(Fault.DAMAGED, "it goes on after its end");
        }
        List<String> cells = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (columns.isEmpty()) {
            List<String> head = cells.stream().map(AlipayBill::plain).toList();
            columns = BillCells.columns(head, NEEDED);
            return Optional.empty();
        }
        return Optional.of(line(whole(cells)));
    }

    /** Brackets are written in two widths. */
    private static String plain(String name) {
        return name.replace('（', '(').replace('）', ')');
    }

    private BillCells whole(List<String> cells) {
        BillCells asTheyAre = new BillCells(columns, cells);
        int more = cells.size() - columns.size();
        if (more <= 0 || (asTheyAre.hasMoment(BEGUN_AT) && asTheyAre.hasMoment(ENDED_AT))) {
            return asTheyAre;
        }
        int goods = columns.getOrDefault(GOODS, 0);
        List<String> joined = new ArrayList<>(cells.subList(0, goods));
        joined.add(String.join(",", cells.subList(goods, goods + more + 1)));
        joined.addAll(cells.subList(goods + more + 1, cells.size()));
        return new BillCells(columns, joined);
    }

    private static BillLine line(BillCells cells) {
        return switch (cells.text(TYPE)) {
            case "交易" -> line(BillLine.Kind.PAID, cells, "");
            case "退款" -> {
                String refund = cells.text(REFUND);
                boolean isOurs = !refund.isEmpty() && !refund.equals(cells.text(ORDER));
                yield isOurs
                        ? line(BillLine.Kind.REFUNDED, cells, cells.number(REFUND))
                        : line(BillLine.Kind.REVERSED, cells, "");
            }
            case String _ -> throw new BillRefused(Fault.UNKNOWN_LINE, "a line is of another type");
        };
    }

    private static BillLine line(BillLine.Kind kind, BillCells cells, String refund) {
        return new BillLine(
                kind,
                AlipayGateway.ours(cells.number(ORDER)),
                AlipayGateway.ours(refund),
                cells.number(TRANSACTION),
                cells.minor(AMOUNT),
                cells.moment(ENDED_AT));
    }

    @Override
    public void end() {
        if (columns.isEmpty() || !isEnded) {
            throw new BillRefused(Fault.DAMAGED, "it ends before its end is said");
        }
    }
}
