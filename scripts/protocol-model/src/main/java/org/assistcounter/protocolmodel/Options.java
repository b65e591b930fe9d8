package org.assistcounter.protocolmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command is to do.
 *
 * @param lists whether it only names the guards
 * @param without the guard to leave out; null for none
 */
record Options(boolean lists, @Nullable Guard without, boolean json) {

    /**
     * @throws IllegalArgumentException with the reason, for people
     */
    static Options parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        boolean lists = false;
        boolean json = false;
        Guard without = null;
        while (!words.isEmpty()) {
            String word = words.remove();
            switch (word) {
                case "list" -> lists = true;
                case "--json" -> json = true;
                case "--without" -> without = guard(words.poll());
                default -> throw new IllegalArgumentException("not understood: " + word);
            }
        }
        return new Options(lists, without, json);
    }

    private static Guard guard(@Nullable String word) {
        if (word == null) {
            throw new IllegalArgumentException("--without needs the name of a guard");
        }
        return Guard.of(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no guard "
                                        + word
                                        + "; scripts/check-model list names them"));
    }
}
