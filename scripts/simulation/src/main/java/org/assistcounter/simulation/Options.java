package org.assistcounter.simulation;

import java.util.List;

/**
 * What the command line asks for; {@code scripts/simulate} says what there is.
 *
 * @param plantedBug a name, {@code list}, {@code all}; empty for none
 * @param isTwice whether each seed is run twice and compared
 */
record Options(
        long seeds,
        long hours,
        long firstSeed,
        String plantedBug,
        boolean isTwice,
        boolean isJson) {
    private static final long MOST = 1_000_000;
    private static final List<String> OF_BUGS = List.of("", "list", "all");

    static Options parse(List<String> words) {
        long seeds = 200;
        long hours = 24;
        long first = 1;
        String bug = "";
        boolean twice = false;
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--seeds" -> seeds = number(words, ++i);
                case "--hours" -> hours = number(words, ++i);
                case "--seed" -> {
                    first = number(words, ++i);
                    seeds = 1;
                }
                case "--counters" -> onlyOne(number(words, ++i));
                case "--planted-bug" -> bug = value(words, ++i);
                case "--twice" -> twice = true;
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown: " + words.get(i));
            }
        }
        if (!OF_BUGS.contains(bug)) {
            PlantedBugs.named(bug);
        }
        return new Options(seeds, hours, first, bug, twice, json);
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

    private static void onlyOne(long counters) {
        if (counters != 1) {
            throw new IllegalArgumentException("--counters: only 1 so far");
        }
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
