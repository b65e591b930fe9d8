package org.assistcounter.fleet.spreadsheets;

/**
 * One thing that a person has to mend in a file.
 *
 * @param row as a spreadsheet shows it
 * @param column the key of the column; the heading as it stands when it is not known; {@code ""}
 *     when it is the whole row
 * @param value what stands there, at most 100 characters of it
 * @param word why it cannot be taken: a parser's word, one of {@link Table.Flaw}, or {@code empty},
 *     {@code twice}, {@code column-missing}, {@code column-twice}, {@code heading-unknown}
 */
public record Problem(int row, String column, String value, String word) {}
