package org.assistcounter.virtualcounters;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whom the fleet's page of doubts names.
 *
 * @param clones cards of which there are two
 * @param found how many of those it names
 * @param good counters that it names and that did no wrong
 */
record Named(int clones, int found, int good) {

    /**
     * Reads the page.
     *
     * @param prefix of the labels of this run
     * @param crowd good ones come first, those of which there are two last
     */
    static Named read(String page, String prefix, Options.Crowd crowd) {
        Matcher label = Pattern.compile(Pattern.quote(prefix) + "-([0-9]{5})").matcher(page);
        Set<Integer> numbers =
                label.results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .collect(Collectors.toSet());
        int first = crowd.counters() + crowd.hostile();
        return new Named(
                crowd.clones(),
                (int) IntStream.range(first, crowd.cards()).filter(numbers::contains).count(),
                (int) numbers.stream().filter(number -> number < crowd.counters()).count());
    }

    boolean isGood() {
        return found == clones && good == 0;
    }
}
