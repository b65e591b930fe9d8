package org.assistcounter.simulators.bench;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.CardVend;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.climate.ClimateSnapshot;
import org.assistcounter.simulators.scanner.ScannerSnapshot;

/**
 * The state as JSON, for the page and for the command that compares it with the fleet's ledger.
 * Amounts are fen. All strings in it are our own words, so nothing needs escaping.
 */
final class BenchJson {

    private BenchJson() {}

    static String of(BenchState state) {
        ReaderSnapshot reader = state.reader();
        BoardSnapshot board = state.board();
        ScannerSnapshot scanner = state.scanner();
        ClimateSnapshot climate = state.climate();
        CardLedger ledger = reader.ledger();
        var counts = board.selections().values();
        return """
        {"approvedFen":%d,"refundedFen":%d,"keptFen":%d,"openFen":%d,"denied":%d,\
        "turns":%d,"drops":%d,"vends":[%s],"selections":{%s},\
        "faults":{"reader":%s,"board":%s,"scanner":%s},\
        "connected":{"reader":%b,"board":%b,"scanner":%b,"climate":%b},\
        "climate":{"airMilli":%d,"cools":%b},\
        "readerState":"%s","turning":%d,"scans":%d}
        """
                .formatted(
                        ledger.approvedMinor(),
                        ledger.refundedMinor(),
                        ledger.keptMinor(),
                        ledger.openMinor(),
                        ledger.deniedCount(),
                        counts.stream().mapToLong(SelectionCount::turns).sum(),
                        counts.stream().mapToLong(SelectionCount::drops).sum(),
                        ledger.vends().stream()
                                .map(BenchJson::vend)
                                .collect(Collectors.joining(",")),
                        selections(board),
                        strings(reader.faults()),
                        strings(board.faults()),
                        strings(scanner.faults()),
                        reader.connected(),
                        board.connected(),
                        scanner.connected(),
                        climate.connected(),
                        climate.airMilli(),
                        climate.outputs().isCompressorOn(),
                        reader.state(),
                        board.turning(),
                        scanner.written());
    }

    private static String vend(CardVend vend) {
        return "{\"item\":%d,\"amountFen\":%d,\"outcome\":\"%s\"}"
                .formatted(vend.item(), vend.amountMinor(), vend.outcome());
    }

    private static String selections(BoardSnapshot board) {
        return new TreeMap<>(board.selections())
                .entrySet().stream()
                        .map(e ->
                                "\"%d\":{\"stock\":%d,\"turns\":%d,\"drops\":%d}"
                                        .formatted(
                                                e.getKey(),
                                                e.getValue().stock(),
                                                e.getValue().turns(),
                                                e.getValue().drops()))
                        .collect(Collectors.joining(","));
    }

    private static String strings(List<String> words) {
        return words.stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
