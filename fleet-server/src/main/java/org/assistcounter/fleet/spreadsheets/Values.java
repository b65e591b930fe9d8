package org.assistcounter.fleet.spreadsheets;

import java.util.Map;
import java.util.Optional;

/**
 * The values of one row in which every cell is understood. Texts are kept and understood again when
 * asked for, so that each has the type of its column without a cast.
 */
public final class Values {

    private final int row;
    private final Map<String, String> texts;

    Values(int row, Map<String, String> texts) {
        this.row = row;
        this.texts = Map.copyOf(texts);
    }

    /** The row's number, as a spreadsheet shows it. */
    public int row() {
        return row;
    }

    /** The value of a required column. */
    public <V> V get(Column<V> column) {
        return find(column)
                .orElseThrow(
                        () -> new IllegalStateException("Column may be empty: " + column.key()));
    }

    /** The value of a column, if there is one. */
    public <V> Optional<V> find(Column<V> column) {
        String text = texts.get(column.key());
        if (text == null) {
            return Optional.empty();
        }
        return switch (column.parser().apply(text)) {
            case Parsed.Value<V>(V value) -> Optional.of(value);
            case Parsed.Wrong<V>(String word) ->
                    throw new IllegalStateException("Not of this sheet: " + column.key() + word);
        };
    }
}
