package org.assistcounter.fleet.wallets.wechat;

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
 * WeChat Pay's trade bill of kind ALL: a head, a line for each payment and refund, the head of the
 * sums, the sums. Every cell of a line begins with a backtick, so names of goods may hold commas.
 */
public final class WeChatBill implements BillForm {
    private static final String CELL = "`";
    private static final String SUMS = "总交易单数";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TIME = "交易时间";
    private static final String TRANSACTION = "微信订单号";
    private static final String ORDER = "商户订单号";
    private static final String STATE = "交易状态";
    private static final String CURRENCY = "货币种类";
    private static final String REFUND = "商户退款单号";
    private static final String REFUND_STATE = "退款状态";
    private static final String PAID = "订单金额";
    private static final String REFUNDED = "申请退款金额";
    private static final List<String> NEEDED =
            List.of(
                    TIME,
                    TRANSACTION,
                    ORDER,
                    STATE,
                    CURRENCY,
                    REFUND,
                    REFUND_STATE,
                    PAID,
                    REFUNDED);

    private Map<String, Integer> columns = Map.of();
    private Part part = Part.HEAD;

    /** Which part of the bill comes next. */
    private enum Part {
        HEAD,
        LINES,
        SUMS,
        END
    }

    @Override
    public Optional<BillLine> read(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (part) {
            case HEAD -> {
                String head = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
                columns = BillCells.columns(words(head), NEEDED);
                part = Part.LINES;
                yield Optional.empty();
            }
            case LINES -> {
                if (text.startsWith(SUMS)) {
                    part = Part.SUMS;
                    yield Optional.empty();
                }
                yield line(new BillCells(columns, cells(text)));
            }
            case SUMS -> {
                var _ = cells(text);
                part = Part.END;
                yield Optional.empty();
            }
            case END -> throw new BillRefused(Fault.DAMAGED, "it goes on after its sums");
        };
    }

    private static List<String> words(String head) {
        return Stream.of(head.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> cells(String text) {
        if (!text.startsWith(CELL)) {
            throw new BillRefused(Fault.UNKNOWN_LINE, "a line does not begin with a backtick");
        }
        return List.of(text.substring(1).split("," + CELL, -1));
    }

    private static Optional<BillLine> line(BillCells cells) {
        if (!cells.text(CURRENCY).equals("CNY")) {
            throw new BillRefused(Fault.AMOUNT_NOT_EXPRESSIBLE, "a line is of another currency");
        }
        return switch (cells.text(STATE)) {
            case "SUCCESS" -> Optional.of(line(BillLine.Kind.PAID, cells, PAID));
            case "REVOKED" -> Optional.of(reversed(cells));
            case "REFUND" ->
                    isMade(cells.text(REFUND_STATE))
                            ? Optional.of(line(BillLine.Kind.REFUNDED, cells, REFUNDED))
                            : Optional.empty();
            case String _ -> throw new BillRefused(Fault.UNKNOWN_LINE, "a line has another state");
        };
    }

    /** Accepted counts as made: it is in the bill of that day only. */
    private static boolean isMade(String state) {
        return switch (state) {
            case "SUCCESS", "PROCESSING" -> true;
            case "FAIL", "CHANGE" -> false;
            case String _ ->
                    throw new BillRefused(Fault.UNKNOWN_LINE, "a refund has another state");
        };
    }

    /** What was undone stands in one of the columns, and nothing in the other. */
    private static BillLine reversed(BillCells cells) {
        boolean isPaid = cells.minor(REFUNDED) == 0;
        return line(BillLine.Kind.REVERSED, cells, isPaid ? PAID : REFUNDED);
    }

    private static BillLine line(BillLine.Kind kind, BillCells cells, String amount) {
        return new BillLine(
                kind,
                cells.number(ORDER),
                kind == BillLine.Kind.REFUNDED ? cells.number(REFUND) : "",
                cells.number(TRANSACTION),
                cells.minor(amount),
                cells.moment(TIME));
    }

    @Override
    public void end() {
        if (part != Part.END) {
            throw new BillRefused(Fault.DAMAGED, "it ends before its sums");
        }
    }
}
