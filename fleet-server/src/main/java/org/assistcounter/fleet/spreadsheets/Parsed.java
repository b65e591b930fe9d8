package org.assistcounter.fleet.spreadsheets;

/** What a text was understood as. */
public sealed interface Parsed<V> {

    /** What it says. */
    record Value<V>(V value) implements Parsed<V> {}

    /** Why it says nothing, in a word that pages have texts for. */
    record Wrong<V>(String word) implements Parsed<V> {}

    static <V> Parsed<V> value(V value) {
        return new Value<>(value);
    }

    static <V> Parsed<V> wrong(String word) {
        return new Wrong<>(word);
    }
}
