package org.assistcounter.fleet.wallets.bill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;

/** The cells of one line by the names of their columns. */
public record BillCells(Map<String, Integer> columns, List<String> cells) {
    private static final Pattern YUAN = Pattern.compile("-?([0-9]{1,13})(?:\\.([0-9]{1,2}))?");
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7E]{1,64}");
    private static final int MINOR = 100;
    private static final int TENTH = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withZone(ZoneOffset.ofHours(8));

    /** Where each column is; refused when a needed one is missing or named twice. */
    public static Map<String, Integer> columns(List<String> head, List<String> needed) {
        Map<String, Integer> found = new HashMap<>();
        for (int at = 0; at < head.size(); at++) {
            if (found.put(head.get(at), at) != null && needed.contains(head.get(at))) {
                throw unknownColumns("a column is named twice: " + head.get(at));
            }
        }
        for (String name : needed) {
            if (!found.containsKey(name)) {
                throw unknownColumns("there is no column " + name);
            }
        }
        return Map.copyOf(found);
    }

    private static BillRefused unknownColumns(String words) {
        return new BillRefused(Fault.UNKNOWN_COLUMNS, words);
    }

    /** A cell without the spaces around it. */
    public String text(String column) {
        Integer at = columns.get(column);
        if (at == null || at >= cells.size()) {
            throw new BillRefused(Fault.UNKNOWN_LINE, "a line has no cell for " + column);
        }
        return cells.get(at).strip();
    }

    /** A number of an order or payment, which is never empty. */
    public String number(String column) {
        String text = text(column);
        if (!NUMBER.matcher(text).matches()) {
            throw new BillRefused(Fault.UNKNOWN_LINE, "no number is in " + column);
        }
        return text;
    }

    /** The size of an amount of yuan, in fen. */
    public long minor(String column) {
        var amount = YUAN.matcher(text(column));
        if (!amount.matches()) {
            throw new BillRefused(
                    Fault.AMOUNT_NOT_EXPRESSIBLE, "no amount of whole fen is in " + column);
        }
        String fen = amount.group(2) == null ? "0" : amount.group(2);
        return Long.parseLong(amount.group(1)) * MINOR
                + Long.parseLong(fen) * (fen.length() == 1 ? TENTH : 1);
    }

    /** A moment by Beijing's clock. */
    public Instant moment(String column) {
        try {
            return TIME.parse(text(column), Instant::from);
        } catch (DateTimeException malformed) {
            throw new BillRefused(Fault.UNKNOWN_LINE, "no time is in " + column);
        }
    }

    /** Whether a cell holds a moment. */
    public boolean hasMoment(String column) {
        try {
            return TIME.parse(text(column), Instant::from) != null;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
