package org.assistcounter.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; {@code scripts/kill-sales} says what there is. */
record Options(int sales, long seed, @Nullable Path data, boolean isJson) {
    /** From so many sales on, every boundary must have been reached. */
    static final int ENOUGH = 100;

    private static final int MOST = 10_000;

    static Options parse(List<String> words) {
        int sales = 200;
        long seed = 1;
        Path data = null;
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--sales" -> sales = (int) number(words, ++i, MOST);
                case "--seed" -> seed = number(words, ++i, Long.MAX_VALUE);
                case "--data" -> data = Path.of(value(words, ++i)).toAbsolutePath().normalize();
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown: " + words.get(i));
            }
        }
        return new Options(sales, seed, data, json);
    }

    /** The folder that was named, or a new one. */
    Path folder() throws IOException {
        return data == null ? Files.createTempDirectory("kill-sales") : data;
    }

    private static long number(List<String> words, int index, long most) {
        String value = value(words, index);
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(value + " is no number", e);
        }
        throw new IllegalArgumentException(value + " is not between 1 and " + most);
    }

    private static String value(List<String> words, int index) {
        if (index >= words.size() || words.get(index).startsWith("--")) {
            throw new IllegalArgumentException(words.get(index - 1) + " needs a value");
        }
        return words.get(index);
    }
}
