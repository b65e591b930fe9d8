package org.assistcounter.busdecoder;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of traffic: who speaks, and the bytes. */
final class TrafficLine {

    private static final Pattern FORM = Pattern.compile("\\s*(M>P|P>M)((\\s+[0-9A-Fa-f]{2})+)\\s*");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Direction direction;
    private final byte[] bytes;

    private TrafficLine(Direction direction, byte[] bytes) {
        this.direction = direction;
        this.bytes = bytes;
    }

    static Optional<TrafficLine> of(String text) {
        var matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Direction direction =
                matcher.group(1).equals(Direction.FROM_VMC.arrow)
                        ? Direction.FROM_VMC
                        : Direction.FROM_DEVICE;
        String digits = matcher.group(2).replaceAll("\\s", "");
        return Optional.of(new TrafficLine(direction, HexFormat.of().parseHex(digits)));
    }

    Direction direction() {
        return direction;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String hex() {
        return HEX.formatHex(bytes);
    }

    /** Who speaks to whom; M is the machine's controller, P a peripheral. */
    enum Direction {
        FROM_VMC("M>P"),
        FROM_DEVICE("P>M");

        private final String arrow;

        Direction(String arrow) {
            this.arrow = arrow;
        }

        String arrow() {
            return arrow;
        }
    }
}
