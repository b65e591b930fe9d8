package org.assistcounter.simulation;

import java.util.List;

/** What the command line asks for; {@code scripts/simulate} says what there is. */
record Options(
        long seeds,
        long hours,
        long firstSeed,
        int counters,
        String plantedBug,
        boolean isReplayed,
        boolean isJson) {
    private static final long MOST = 1_000_000;
    private static final int COUNTERS_MAX = 1_000;

    static Options parse(List<String> words) {
        long seeds = 200;
        long hours = 24;
        long first = 1;
        int counters = 1;
        String bug = "none";
        boolean replayed = false;
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--seeds" -> seeds = number(words, ++i);
                case "--hours" -> hours = number(words, ++i);
                case "--seed" -> {
                    first = number(words, ++i);
                    seeds = 1;
                }
                case "--counters" -> counters = counters(number(words, ++i));
                case "--planted-bug" -> bug = value(words, ++i);
                case "--replay" -> replayed = true;
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown: " + words.get(i));
            }
        }
        Options options = new Options(seeds, hours, first, counters, bug, replayed, json);
        if (!options.listsBugs()) {
            options.bug();
        }
        if ((counters > 1 || replayed) && !bug.equals("none")) {
            throw new IllegalArgumentException("--planted-bug is for one counter, simulated");
        }
        return options;
    }

    boolean listsBugs() {
        return plantedBug.equals("list");
    }

    PlantedBug bug() {
        for (PlantedBug bug : PlantedBug.values()) {
            if (bug.word().equals(plantedBug)) {
                return bug;
            }
        }
        throw new IllegalArgumentException("there is no planted bug " + plantedBug);
    }

    private static int counters(long number) {
        if (number < 1 || number > COUNTERS_MAX) {
            throw new IllegalArgumentException("--counters is from 1 to " + COUNTERS_MAX);
        }
        return (int) number;
    }

    private static long number(List<String> words, int index) {
        String value = value(words, index);
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    words.get(index - 1) + " is not a number: " + value, e);
        }
        throw new IllegalArgumentException(words.get(index - 1) + " is out of range: " + value);
    }

    private static String value(List<String> words, int index) {
        if (index >= words.size()) {
            throw new IllegalArgumentException(words.get(index - 1) + " needs a value");
        }
        return words.get(index);
    }
}
