package org.assistcounter.fleet.spreadsheets;

/**
 * A file that gives no table.
 *
 * @param word one of {@code empty}, {@code too-big}, {@code too-many-rows}, {@code
 *     too-many-columns}, {@code too-much-text}, {@code not-text}, {@code wrong-encoding}, {@code
 *     mixed-encodings}, {@code wrong-quotes}, {@code old-excel}, {@code broken-xlsx}, {@code
 *     unpacks-too-big}
 * @param detail what is known of it, for the person who has to mend the file
 */
public record Unreadable(String word, String detail) implements Opened {}
