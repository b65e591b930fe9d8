package org.assistcounter.protocolmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TLA+ modules as text, and what can be read from them without TLC. */
final class Modules {
    private static final Pattern DISJUNCT = Pattern.compile("(?m)^ {4}\\\\/ (\\w+)");
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");
    private static final Pattern GUARD = Pattern.compile("Kept\\(\"(\\w+)\"\\)|, \"(\\w+ACase)\"");

    private Modules() {}

    /** The text of a module. */
    static String text(String module) throws IOException {
        try (InputStream in = Modules.class.getResourceAsStream(module + ".tla")) {
            if (in == null) {
                throw new IOException("there is no module " + module);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The actions of a model: what its next step may be. */
    static SortedSet<String> actions(Model model) throws IOException {
        return found(DISJUNCT, definition(model.root(), "Next"));
    }

    /** The words of a set that a module defines by naming them. */
    static SortedSet<String> words(String module, String set) throws IOException {
        return found(WORD, definition(module, set));
    }

    /** The guards that the modules of a model ask for. */
    static SortedSet<String> guards(Model model) throws IOException {
        SortedSet<String> guards = new TreeSet<>();
        for (String module : model.modules()) {
            guards.addAll(found(GUARD, text(module)));
        }
        return guards;
    }

    private static String definition(String module, String name) throws IOException {
        Matcher matcher =
                Pattern.compile("(?ms)^" + name + " ==(.*?)(?=^\\w|^\\(\\*|^---|^===)")
                        .matcher(text(module));
        if (!matcher.find()) {
            throw new IOException(module + " does not define " + name);
        }
        return matcher.group(1);
    }

    private static SortedSet<String> found(Pattern pattern, String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }
}
