package org.assistcounter.simulation;

import java.util.List;

/**
 * What the command line asks for; {@code scripts/simulate} says what there is.
 *
 * @param level where the devices are joined to the agent
 * @param plantedBug a name, {@code list}, {@code all}; empty for none
 * @param isTwice whether each seed is run twice and compared
 */
record Options(
        long seeds,
        long hours,
        long firstSeed,
        int counters,
        Level level,
        String plantedBug,
        boolean isTwice,
        boolean isReplayed,
        boolean isJson) {
    private static final long MOST = 1_000_000;
    private static final int COUNTERS_MAX = 1_000;
    private static final List<String> OF_BUGS = List.of("", "list", "all");

    static Options parse(List<String> words) {
        long seeds = 200;
        long hours = 24;
        long first = 1;
        int counters = 1;
        Level level = Level.WIRE;
        String bug = "";
        boolean twice = false;
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
                case "--level" -> level = Level.named(value(words, ++i));
                case "--planted-bug" -> bug = value(words, ++i);
                case "--replay" -> replayed = true;
                case "--twice" -> twice = true;
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown: " + words.get(i));
            }
        }
        return new Options(seeds, hours, first, counters, level, bug, twice, replayed, json)
                .checked();
    }

    private Options checked() {
        if (!OF_BUGS.contains(plantedBug)) {
            PlantedBugs.named(plantedBug);
        }
        boolean isOfMany = counters > 1 || isReplayed;
        if (isOfMany && (isTwice || !plantedBug.isEmpty())) {
            throw new IllegalArgumentException(
                    "--planted-bug and --twice are for one counter, simulated");
        }
        if (level == Level.SALE && (isOfMany || !plantedBug.isEmpty())) {
            throw new IllegalArgumentException(
                    "--level sale is for one counter of the clean product, simulated");
        }
        return this;
    }

    boolean listsBugs() {
        return plantedBug.equals("list");
    }

    /** The bugs to plant, one after another; none for the clean product. */
    List<PlantedBug> bugs() {
        return switch (plantedBug) {
            case "", "list" -> List.of();
            case "all" -> PlantedBugs.all();
            default -> List.of(PlantedBugs.named(plantedBug));
        };
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
