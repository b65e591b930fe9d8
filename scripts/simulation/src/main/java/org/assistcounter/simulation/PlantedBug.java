package org.assistcounter.simulation;

/**
 * A bug that somebody might make: one place of the shipped source, written otherwise. The product
 * knows nothing of it, and no check knows its name.
 *
 * @param what what is wrong then, in a sentence
 * @param source the file, from the project's root
 * @param original the text there; it occurs exactly once
 * @param replacement the text instead
 * @param shown where it is known to show
 */
record PlantedBug(
        String name,
        String what,
        String source,
        String original,
        String replacement,
        Showing shown) {

    /**
     * The first seed that shows a bug within so many hours, with one counter or a fleet of some.
     */
    record Showing(long seed, long hours, int counters) {}

    /** The source with the bug in it. A place that is not there, or twice, is an error in words. */
    String plantedIn(String text) {
        int at = text.indexOf(original);
        if (at < 0) {
            throw new IllegalStateException(complaint("does not occur"));
        }
        if (text.indexOf(original, at + 1) >= 0) {
            throw new IllegalStateException(complaint("occurs more than once"));
        }
        return text.substring(0, at) + replacement + text.substring(at + original.length());
    }

    private String complaint(String what) {
        return "planted bug %s: its text %s in %s: %s".formatted(name, what, source, original);
    }
}
