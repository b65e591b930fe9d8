package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a command line; each is taken by whoever understands it. */
final class Words {
    private final List<String> left;

    Words(List<String> words) {
        left = new ArrayList<>(words);
    }

    /** Takes a word that has no value. */
    boolean isThere(String name) {
        return left.remove(name);
    }

    /** Takes a word and its value; null when it is not there. */
    @Nullable String text(String name) {
        int at = left.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 >= left.size() || left.get(at + 1).startsWith("--")) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        left.remove(at);
        return left.remove(at);
    }

    long number(String name, long otherwise, long least, long most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no number", e);
        }
        throw new IllegalArgumentException(
                name + " is between " + least + " and " + most + ", not " + text);
    }

    /** A number above nothing. */
    double decimal(String name, double otherwise, double most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no number", e);
        }
        throw new IllegalArgumentException(
                String.format(
                        Locale.ROOT, "%s is above 0 and at most %.0f, not %s", name, most, text));
    }

    void requireAllUnderstood() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + left.getFirst());
        }
    }
}
