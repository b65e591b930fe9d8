package org.assistcounter.powercuts;

import java.nio.file.Path;
import java.util.List;

/** What the command line asks for; {@code scripts/crash-images} says what there is. */
record Options(long images, long seed, Synchronous synchronous, Path data, boolean isJson) {
    private static final long MOST = 10_000_000;

    static Options parse(List<String> words, Path data) {
        Options options = new Options(20_000, 1, Synchronous.FULL, data, false);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            options =
                    word.equals("--json")
                            ? options.inJson()
                            : options.with(word, value(words, ++i, options));
        }
        return options;
    }

    private static String value(List<String> words, int index, Options options) {
        if (index < words.size()) {
            return words.get(index);
        }
        // An option that is not known is named before its value is missed.
        options.with(words.get(index - 1), "1");
        throw new IllegalArgumentException(words.get(index - 1) + " needs a value");
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--images" -> new Options(number(word, value), seed, synchronous, data, isJson);
            case "--seed" -> new Options(images, number(word, value), synchronous, data, isJson);
            case "--synchronous" -> new Options(images, seed, setting(value), data, isJson);
            case "--data" -> new Options(images, seed, synchronous, Path.of(value), isJson);
            default -> throw new IllegalArgumentException("unknown: " + word);
        };
    }

    private Options inJson() {
        return new Options(images, seed, synchronous, data, true);
    }

    private static Synchronous setting(String value) {
        for (Synchronous each : Synchronous.values()) {
            if (each.name().equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException("--synchronous is FULL, NORMAL or OFF, not " + value);
    }

    private static long number(String word, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " is not a number: " + value, e);
        }
        throw new IllegalArgumentException(word + " is out of range: " + value);
    }
}
