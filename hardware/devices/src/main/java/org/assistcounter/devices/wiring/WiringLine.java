package org.assistcounter.devices.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line of a wiring file, taken apart and not yet understood. */
record WiringLine(int number, String text, String device, List<String> words) {
    private static final char COMMENT = '#';
    private static final char EQUALS = '=';

    /** A line that says nothing is none. */
    static Optional<WiringLine> read(int number, String text) throws Refusal {
        String said = text.strip();
        if (said.isEmpty() || said.charAt(0) == COMMENT) {
            return Optional.empty();
        }
        int equals = said.indexOf(EQUALS);
        if (equals < 1) {
            throw new Refusal("wanted device=address dialect");
        }
        String device = said.substring(0, equals).strip();
        String[] words = said.substring(equals + 1).strip().split("\\s+", -1);
        return Optional.of(new WiringLine(number, said, device, Arrays.asList(words)));
    }

    String address() {
        return words.getFirst();
    }

    List<String> options() {
        return words.subList(2, words.size());
    }

    /** Why a line is not taken; carried to the reader of the file, which knows the line. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
