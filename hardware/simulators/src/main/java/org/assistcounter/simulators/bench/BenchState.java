package org.assistcounter.simulators.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.simulators.board.BoardSnapshot;
import org.assistcounter.simulators.board.SelectionCount;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.CardVend;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderState;
import org.assistcounter.simulators.climate.ClimateSnapshot;
import org.assistcounter.simulators.scanner.ScannerSnapshot;

/**
 * The latest of the simulators, and the file that keeps the counts over a restart. Written on each
 * change, whole and moved into place, so that a killed bench leaves the old or the new file.
 */
final class BenchState {

    private static final int GOODS_AT_FIRST = 8;

    private final Path file;
    private ReaderSnapshot reader;
    private BoardSnapshot board;
    private ScannerSnapshot scanner = new ScannerSnapshot(0, List.of(), false);
    private ClimateSnapshot climate =
            new ClimateSnapshot(0, ClimateOutputs.OFF, Long.MAX_VALUE, false);

    BenchState(Path file) throws IOException {
        this.file = file;
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
        reader = new ReaderSnapshot(ReaderState.INACTIVE, ledger(kept), List.of(), false);
        board = new BoardSnapshot(selections(kept), List.of(), BoardSnapshot.NOTHING_TURNS, false);
    }

    synchronized ReaderSnapshot reader() {
        return reader;
    }

    synchronized BoardSnapshot board() {
        return board;
    }

    synchronized ScannerSnapshot scanner() {
        return scanner;
    }

    synchronized ClimateSnapshot climate() {
        return climate;
    }

    /** Air is nothing that is counted, so it is in no file: a started bench is cold. */
    synchronized void climateChanged(ClimateSnapshot snapshot) {
        climate = snapshot;
    }

    synchronized void readerChanged(ReaderSnapshot snapshot) {
        boolean counts = !snapshot.ledger().equals(reader.ledger());
        reader = snapshot;
        if (counts) {
            save();
        }
    }

    synchronized void boardChanged(BoardSnapshot snapshot) {
        boolean counts = !snapshot.selections().equals(board.selections());
        board = snapshot;
        if (counts) {
            save();
        }
    }

    synchronized void scannerChanged(ScannerSnapshot snapshot) {
        scanner = snapshot;
    }

    private static CardLedger ledger(Properties kept) {
        List<CardVend> vends = new ArrayList<>();
        for (int i = 0; kept.containsKey("vend." + i); i++) {
            String[] fields = kept.getProperty("vend." + i).split(",", -1);
            vends.add(
                    new CardVend(
                            Integer.parseInt(fields[0]),
                            Long.parseLong(fields[1]),
                            CardVend.Outcome.valueOf(fields[2])));
        }
        return new CardLedger(
                number(kept, "approved"),
                number(kept, "refunded"),
                number(kept, "kept"),
                number(kept, "denied"),
                vends);
    }

    private static Map<Integer, SelectionCount> selections(Properties kept) {
        Map<Integer, SelectionCount> selections = new TreeMap<>();
        for (String name : kept.stringPropertyNames()) {
            if (name.startsWith("selection.")) {
                String[] fields = kept.getProperty(name).split(",", -1);
                selections.put(
                        Integer.valueOf(name.substring("selection.".length())),
                        new SelectionCount(
                                Integer.parseInt(fields[0]),
                                Long.parseLong(fields[1]),
                                Long.parseLong(fields[2])));
            }
        }
        return selections.isEmpty() ? newShelf() : selections;
    }

    private static Map<Integer, SelectionCount> newShelf() {
        Map<Integer, SelectionCount> selections = new TreeMap<>();
        for (int tray = 1; tray <= 3; tray++) {
            for (int column = 1; column <= 8; column++) {
                selections.put(tray * 10 + column, new SelectionCount(GOODS_AT_FIRST, 0, 0));
            }
        }
        return selections;
    }

    private static long number(Properties kept, String name) {
        return Long.parseLong(kept.getProperty(name, "0"));
    }

    private void save() {
        CardLedger ledger = reader.ledger();
        Properties kept = new Properties();
        kept.setProperty("approved", Long.toString(ledger.approvedMinor()));
        kept.setProperty("refunded", Long.toString(ledger.refundedMinor()));
        kept.setProperty("kept", Long.toString(ledger.keptMinor()));
        kept.setProperty("denied", Long.toString(ledger.deniedCount()));
        int i = 0;
        for (CardVend vend : ledger.vends()) {
            kept.setProperty(
                    "vend." + i++, vend.item() + "," + vend.amountMinor() + "," + vend.outcome());
        }
        board.selections()
                .forEach((selection, count) ->
                        kept.setProperty(
                                "selection." + selection,
                                count.stock() + "," + count.turns() + "," + count.drops()));
        write(kept);
    }

    private void write(Properties kept) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            kept.store(out, "What the bench's wires saw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
