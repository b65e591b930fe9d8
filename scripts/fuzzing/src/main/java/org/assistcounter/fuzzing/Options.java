package org.assistcounter.fuzzing;

import java.util.List;

/** What the command line asks for; {@code scripts/fuzz} says what there is. */
record Options(String target, long seconds, boolean isJson) {
    private static final long LONGEST = 7 * 24 * 3_600;

    static Options parse(List<String> words) {
        String target = "all";
        long seconds = 10;
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--target" -> target = value(words, ++i);
                case "--seconds" -> seconds = number(words, ++i);
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown: " + words.get(i));
            }
        }
        Options options = new Options(target, seconds, json);
        if (!options.listsTargets()) {
            options.targets();
        }
        return options;
    }

    boolean listsTargets() {
        return target.equals("list");
    }

    List<Target> targets() {
        return target.equals("all") ? Targets.ALL : List.of(Targets.named(target));
    }

    private static long number(List<String> words, int index) {
        String value = value(words, index);
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= LONGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seconds is not a number: " + value, e);
        }
        throw new IllegalArgumentException("--seconds is out of range: " + value);
    }

    private static String value(List<String> words, int index) {
        if (index >= words.size()) {
            throw new IllegalArgumentException(words.get(index - 1) + " needs a value");
        }
        return words.get(index);
    }
}
