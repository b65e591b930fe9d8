package org.assistcounter.fuzzing;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One border.
 *
 * @param word what the command calls it
 * @param input well-formed, to begin from
 */
record Target(String word, Border border, Supplier<List<byte[]>> input) {

    /** The test's method, which is also the folder of the kept seeds. */
    String method() {
        StringBuilder name = new StringBuilder();
        for (String part : word.split("-", -1)) {
            boolean isFirst = name.isEmpty();
            String first = part.substring(0, 1);
            name.append(isFirst ? first : first.toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }

    void take(byte[] bytes) throws Exception {
        border.take(bytes);
    }

    List<byte[]> samples() {
        return input.get();
    }

    @Override
    public String toString() {
        return word;
    }
}
