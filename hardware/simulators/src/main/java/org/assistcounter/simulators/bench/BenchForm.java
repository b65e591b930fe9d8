package org.assistcounter.simulators.bench;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedColdCabinet.Sensor;
import org.assistcounter.simulators.scanner.ScannerTrick;

/** Reads a posted form and hands the trick to the line it is meant for. */
record BenchForm(
        Consumer<ReaderTrick> reader,
        Consumer<BoardTrick> board,
        Consumer<ScannerTrick> scanner,
        Consumer<ClimateTrick> climate) {

    private static final int GOODS_MAX = 999;
    private static final int SELECTION_MAX = 0xFFFF;
    private static final long MILLIS_MAX = 3_600_000;
    private static final long HELD_MILLIS_MAX = 60_000;
    private static final long AIR_MILLI_MAX = 50_000;
    private static final int CODE_MAX = 1_024;
    private static final long SCANNER_FAULT_MILLIS = 300;

    /** Carries out one form; throws with words for the user if it is wrong. */
    void post(String form) {
        Map<String, String> fields = fields(form);
        String command = fields.getOrDefault("command", "");
        switch (command) {
            case "tap" -> reader.accept(new ReaderTrick.TapCard(number(fields, "funds", 60_000)));
            case "remove-card" -> reader.accept(new ReaderTrick.RemoveCard());
            case "deny" -> reader.accept(new ReaderTrick.DenyNext());
            case "approve-nothing" -> reader.accept(new ReaderTrick.ApproveNothingNext());
            case "refund-fails" -> reader.accept(new ReaderTrick.FailNextRefund());
            case "slow-refund" -> reader.accept(new ReaderTrick.SlowRefund(millis(fields)));
            case "decide-after" -> reader.accept(new ReaderTrick.DecideAfter(millis(fields)));
            case "reader-blip" -> reader.accept(new ReaderTrick.PowerBlip());
            case "garble" -> garble(fields);
            case "silent" -> silence(fields);
            case "scan" -> scan(fields);
            case "scanner-fault" -> scanner.accept(scannerFault(fields));
            case "air" ->
                    climate.accept(
                            new ClimateTrick.SetAir((int) number(fields, "milli", AIR_MILLI_MAX)));
            case "compressor" ->
                    climate.accept(
                            new ClimateTrick.BreakCompressor(
                                    "false".equals(fields.getOrDefault("on", "true"))));
            case "thermometer" -> climate.accept(new ClimateTrick.SetSensor(sensor(fields)));
            default -> shelf(command, fields);
        }
    }

    private void shelf(String command, Map<String, String> fields) {
        boolean on = Boolean.parseBoolean(fields.getOrDefault("on", "true"));
        board.accept(
                switch (command) {
                    case "load" ->
                            new BoardTrick.Load(
                                    selection(fields), (int) number(fields, "goods", GOODS_MAX));
                    case "jam" -> new BoardTrick.Jam(selection(fields), on);
                    case "clear-jam" -> new BoardTrick.Jam(selection(fields), false);
                    case "nothing-falls" -> new BoardTrick.NothingFalls(selection(fields), on);
                    case "motor-absent" -> new BoardTrick.MotorAbsent(selection(fields), on);
                    case "sensor" -> new BoardTrick.SensorBad("bad".equals(fields.get("state")));
                    case "drop-late" -> new BoardTrick.DropLate();
                    case "lose-status" -> new BoardTrick.LoseStatus();
                    case "late-status" -> new BoardTrick.LateStatus(millis(fields));
                    case "mute-on-drive" -> new BoardTrick.MuteOnDrive(millis(fields));
                    case "board-blip" -> new BoardTrick.PowerBlip();
                    default -> throw new IllegalArgumentException("no command " + command);
                });
    }

    private void garble(Map<String, String> fields) {
        String what = fields.get("line") + " " + fields.getOrDefault("kind", "flip");
        switch (what) {
            case "reader flip" -> reader.accept(new ReaderTrick.FlipNext());
            case "reader noise" -> reader.accept(new ReaderTrick.NoiseNext());
            case "reader lose" -> reader.accept(new ReaderTrick.LoseNext());
            case "board flip" -> board.accept(new BoardTrick.FlipNext());
            case "board noise" -> board.accept(new BoardTrick.NoiseNext());
            case "board lose" -> board.accept(new BoardTrick.LoseNext());
            default -> throw new IllegalArgumentException("no garbling " + what);
        }
    }

    private void silence(Map<String, String> fields) {
        switch (fields.getOrDefault("line", "")) {
            case "reader" -> reader.accept(new ReaderTrick.GoSilent(millis(fields)));
            case "board" -> board.accept(new BoardTrick.GoSilent(millis(fields)));
            default -> throw new IllegalArgumentException("line is reader or board");
        }
    }

    private static Sensor sensor(Map<String, String> fields) {
        return switch (fields.getOrDefault("state", "")) {
            case "well" -> Sensor.WELL;
            case "unplugged" -> Sensor.UNPLUGGED;
            case "stuck" -> Sensor.STUCK;
            case "spoilt" -> Sensor.SPOILT;
            default ->
                    throw new IllegalArgumentException("state is well, unplugged, stuck or spoilt");
        };
    }

    private void scan(Map<String, String> fields) {
        String code = fields.getOrDefault("code", "");
        if (code.isEmpty() || code.length() > CODE_MAX) {
            throw new IllegalArgumentException("code has 1 to " + CODE_MAX + " characters");
        }
        scanner.accept(
                fields.containsKey("millis")
                        ? new ScannerTrick.Hold(code, number(fields, "millis", HELD_MILLIS_MAX))
                        : new ScannerTrick.Show(code));
    }

    private static ScannerTrick scannerFault(Map<String, String> fields) {
        return switch (fields.getOrDefault("kind", "")) {
            case "split" -> new ScannerTrick.SplitNext(SCANNER_FAULT_MILLIS);
            case "delay" -> new ScannerTrick.DelayNext(SCANNER_FAULT_MILLIS);
            case "noise" -> new ScannerTrick.NoiseNext();
            case "omit-end" -> new ScannerTrick.OmitEndNext();
            case "lose" -> new ScannerTrick.LoseNext();
            default ->
                    throw new IllegalArgumentException(
                            "kind is split, delay, noise, omit-end or lose");
        };
    }

    private static int selection(Map<String, String> fields) {
        return (int) number(fields, "selection", SELECTION_MAX);
    }

    private static long millis(Map<String, String> fields) {
        return number(fields, "millis", MILLIS_MAX);
    }

    private static long number(Map<String, String> fields, String name, long most) {
        String value = fields.get(name);
        if (value == null || !value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " is a number");
        }
        long number = Long.parseLong(value);
        return name.equals("funds") ? Math.min(number, most) : requireAtMost(number, most, name);
    }

    private static long requireAtMost(long number, long most, String name) {
        if (number > most) {
            throw new IllegalArgumentException(name + " is at most " + most);
        }
        return number;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
