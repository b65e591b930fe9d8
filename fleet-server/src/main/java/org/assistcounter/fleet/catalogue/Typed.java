package org.assistcounter.fleet.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.assistcounter.fleet.spreadsheets.Parsed;

/** What the sheets of the registry have in common. */
final class Typed {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,38}");

    private Typed() {}

    /** A name for good: of a supplier, of a product; "new" is the address of an empty form. */
    static Parsed<String> id(String raw) {
        String typed = raw.strip();
        return ID.matcher(typed).matches() && !typed.equals("new")
                ? Parsed.value(typed)
                : Parsed.wrong("id");
    }

    /** The first of what is wrong, as a cell can tell only one thing. */
    static <T> Parsed<T> judged(T value, List<String> wrong) {
        return wrong.isEmpty() ? Parsed.value(value) : Parsed.wrong(wrong.getFirst());
    }
}
