package org.assistcounter.fleet.catalogue;

import java.util.List;

/** What became of a wish about the registry. */
public sealed interface Outcome {

    /** It is done. */
    record Done() implements Outcome {}

    /**
     * Nothing is changed.
     *
     * @param words of what is wrong; each has a message
     */
    record Refused(List<String> words) implements Outcome {

        /** For one reason. */
        public static Refused of(String word) {
            return new Refused(List.of(word));
        }
    }
}
