package org.assistcounter.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command as a document gives it, without the variables before and the comment after it.
 *
 * @param program {@code mvn}, {@code bash} or the path of a script
 */
record Command(Mention mention, String program, List<String> words) {
    private static final Pattern COMMENT = Pattern.compile("\\s+#\\s.*");
    private static final Pattern VARIABLES = Pattern.compile("^([A-Z_]+=\\S+ )+");
    private static final Pattern START = Pattern.compile("(scripts/|mvn |bash |java |\\./).*");

    /** Nothing when the text is something else, such as a folder below scripts. */
    static Optional<Command> of(Mention mention, Repository repository) {
        String text = COMMENT.matcher(mention.text()).replaceAll("").strip();
        String bare = VARIABLES.matcher(text).replaceFirst("");
        List<String> words = List.of(bare.split("\\s+", -1));
        String program = words.getFirst();
        boolean isOne = words.size() > 1 || repository.isCommand(program);
        if (!START.matcher(bare).matches() || !isOne) {
            return Optional.empty();
        }
        List<String> rest = words.subList(1, words.size());
        Mention clean = new Mention(mention.document(), mention.line(), text);
        return Optional.of(new Command(clean, program, rest));
    }

    String text() {
        return mention.text();
    }

    List<String> options() {
        return plainWords().filter(word -> word.startsWith("--")).toList();
    }

    /** The words that make it this command: no placeholder, number or option of every command. */
    List<String> ownWords() {
        return plainWords().filter(word -> !word.matches("[A-Z]+|\\d+|--json|--help")).toList();
    }

    private Stream<String> plainWords() {
        return words.stream().map(word -> word.replaceAll("[\\[\\]]", ""));
    }

    /** The value that follows an option of Maven, with or without a space or an equals sign. */
    Optional<String> value(String option) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(option + "=")) {
                return Optional.of(words.get(i).substring(option.length() + 1));
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
