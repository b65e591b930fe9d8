package org.assistcounter.devices.climate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;

/**
 * A cooled compartment as a line: lines of its thermometers in, a byte of outputs out, and in
 * between {@link ClimateControl}. The outputs are said again every second: the other end switches
 * off what it hears nothing of. A thermometer that was heard once must go on to give what counts;
 * the warmest one speaks for the air.
 */
public final class ClimateLines implements LineDriver<ClimateCommand, ClimateEvent> {

    private static final Pattern LINE =
            Pattern.compile("(air1|air2|evaporator) (w1|sht3x) ?([ -~]*)");
    private static final String EVAPORATOR = "evaporator";
    private static final long REPORT_MILLIS = 5_000;
    private static final long REPEAT_MILLIS = 1_000;

    private final ClimateControl control;
    private final Map<String, Thermometer> thermometers = new TreeMap<>();
    private final List<ClimateEvent> events = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private ClimateState state;
    private boolean isOpen;
    private boolean wasOpen;
    private boolean isDoorOpen;
    private long reportAt = Long.MAX_VALUE;
    private long sayAt = Long.MAX_VALUE;

    public ClimateLines(ClimateSettings settings) {
        this.control = new ClimateControl(settings);
        this.state = ClimateState.powerOn(0);
    }

    @Override
    public LineOutput<ClimateEvent> opened(long nowMillis) {
        if (!wasOpen) {
            state = ClimateState.powerOn(nowMillis);
            wasOpen = true;
        }
        isOpen = true;
        line.setLength(0);
        reportAt = nowMillis + REPORT_MILLIS;
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateEvent> closed(long nowMillis) {
        isOpen = false;
        reportAt = Long.MAX_VALUE;
        sayAt = Long.MAX_VALUE;
        state = state.compressor(false, nowMillis);
        events.add(new ClimateEvent.ClimateLost("the line is gone"));
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateEvent> received(byte[] bytes, long nowMillis) {
        for (char value : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (value == '\n') {
                said(line.toString(), nowMillis);
                line.setLength(0);
            } else if (line.length() <= ClimateBytes.LINE_MAX) {
                line.append(value);
            }
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateEvent> commanded(ClimateCommand command, long nowMillis) {
        isDoorOpen =
                switch (command) {
                    case ClimateCommand.DoorIs(boolean open) -> open;
                };
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateEvent> elapsed(long nowMillis) {
        if (nowMillis >= reportAt) {
            reportAt = nowMillis + REPORT_MILLIS;
            report(nowMillis);
        }
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        return Math.min(reportAt, sayAt);
    }

    private void said(String text, long now) {
        Matcher matcher = LINE.matcher(text);
        if (text.length() > ClimateBytes.LINE_MAX || !matcher.matches()) {
            byte[] start =
                    text.substring(0, Math.min(text.length(), 32))
                            .getBytes(StandardCharsets.ISO_8859_1);
            events.add(new ClimateEvent.Garbled(HexFormat.of().withUpperCase().formatHex(start)));
            return;
        }
        SensorReading reading = reading(matcher.group(2), matcher.group(3));
        thermometers.compute(
                matcher.group(1),
                (_, before) ->
                        before == null
                                ? Thermometer.heard(reading, now)
                                : before.next(reading, now));
    }

    private static SensorReading reading(String kind, String text) {
        if (kind.equals("w1")) {
            return Ds18b20.ofText(ClimateBytes.kernelText(text));
        }
        try {
            return Sht3x.decode(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return new SensorReading.Unusable(SensorFault.WRONG_FORM);
        }
    }

    private void report(long now) {
        Thermometer evaporator = thermometers.get(EVAPORATOR);
        OptionalInt air = air(now);
        OptionalInt ice = evaporator == null ? OptionalInt.empty() : evaporator.milli(now);
        state = control.step(state, new ClimateInput(air, ice, isDoorOpen), now);
        events.add(new ClimateEvent.Reported(air, fault(now), ClimateOutputs.of(state)));
    }

    private OptionalInt air(long now) {
        OptionalInt warmest = OptionalInt.empty();
        for (Map.Entry<String, Thermometer> entry : thermometers.entrySet()) {
            if (!entry.getKey().equals(EVAPORATOR)) {
                OptionalInt milli = entry.getValue().milli(now);
                if (milli.isEmpty()) {
                    return milli;
                }
                warmest =
                        OptionalInt.of(
                                Math.max(milli.getAsInt(), warmest.orElse(Integer.MIN_VALUE)));
            }
        }
        return warmest;
    }

    private String fault(long now) {
        boolean isAirHeard = false;
        for (Map.Entry<String, Thermometer> entry : thermometers.entrySet()) {
            String fault = entry.getValue().fault(now);
            if (!entry.getKey().equals(EVAPORATOR)) {
                isAirHeard = true;
                if (!fault.isEmpty()) {
                    return entry.getKey() + ": " + fault;
                }
            }
        }
        return isAirHeard ? "" : "no thermometer has been heard";
    }

    private LineOutput<ClimateEvent> output(long now) {
        List<byte[]> sends = List.of();
        if (isOpen && (sayAt == Long.MAX_VALUE || now >= sayAt)) {
            sayAt = now + REPEAT_MILLIS;
            sends = List.of(new byte[] {ClimateBytes.encode(ClimateOutputs.of(state))});
        }
        LineOutput<ClimateEvent> output = new LineOutput<>(sends, List.copyOf(events));
        events.clear();
        return output;
    }
}
