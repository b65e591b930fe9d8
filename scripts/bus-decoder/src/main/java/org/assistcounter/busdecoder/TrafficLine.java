package org.assistcounter.busdecoder;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of traffic: who speaks, and the bytes. */
final class TrafficLine {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BYTE = Pattern.compile("[0-9A-F]{2}");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Direction direction;
    private final byte[] bytes;

    private TrafficLine(Direction direction, byte[] bytes) {
        this.direction = direction;
        this.bytes = bytes;
    }

    static Optional<TrafficLine> of(String text) {
        List<String> words =
                SPACES.splitAsStream(text.toUpperCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.size() < 2) {
            return Optional.empty();
        }
        List<String> bytes = words.subList(1, words.size());
        return bytes.stream().allMatch(word -> BYTE.matcher(word).matches())
                ? Direction.of(words.getFirst())
                        .map(direction -> new TrafficLine(direction, parsed(bytes)))
                : Optional.empty();
    }

    private static byte[] parsed(List<String> bytes) {
        return HexFormat.of().parseHex(String.join("", bytes));
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

        static Optional<Direction> of(String arrow) {
            return Arrays.stream(values())
                    .filter(direction -> direction.arrow.equals(arrow))
                    .findFirst();
        }

        String arrow() {
            return arrow;
        }
    }
}
