package org.assistcounter.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a name in backticks is true. A name has the first form below that it fits, and
 * must be found where that form says; what fits none must be in the list of words.
 *
 * <ol>
 *   <li>A command or an option: {@link CommandCheck} has these.
 *   <li>An HTTP path, {@code GET /state}: in quotes in the module's sources; {@code <x>} ends it,
 *       {@code {a,b}} stands for one variable.
 *   <li>An MQTT topic, {@code up/hello}: its fixed words are in the module's sources.
 *   <li>A path, with a slash or a known ending: below the root, the document's folder or a bare
 *       file name anywhere below that folder.
 *   <li>A Java name: a type that is declared or imported, with its member where one is named.
 *   <li>A method: declared or called in the module.
 *   <li>A file beside the document, or a package of its module.
 *   <li>Bytes in hexadecimal digits: they name nothing.
 *   <li>Words of data, alone or in a shape ({@code name{zh,en}}, {@code {"intent":"look"}}): each
 *       is a word of the module's sources.
 * </ol>
 */
final class NameCheck {
    private static final Pattern HTTP = Pattern.compile("((GET|POST|PUT|DELETE) )?/\\S*");
    private static final Pattern TOPIC = Pattern.compile("(v1|up|down)/\\S+");
    private static final Pattern PATH =
            Pattern.compile(
                    "[\\w.*/-]+/[\\w.*/-]*"
                        + "|[\\w.*-]+\\.(md|java|js|css|html|svg|json|sql|xml|sh|png|yaml|txt)");
    private static final Pattern TYPE =
            Pattern.compile("@?([a-z]+\\.)*[A-Z]\\w*[a-z]\\w*(\\.\\w+)?(\\([^)]*\\))?");
    private static final Pattern METHOD = Pattern.compile("[a-z]\\w*\\([^)]*\\)");
    private static final Pattern BARE = Pattern.compile("[a-z][\\w.-]*");
    private static final Pattern BYTES =
            Pattern.compile("(?=.*[0-9A-F])[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*");
    private static final Pattern SHAPE = Pattern.compile("[\\w\\[\\]{}.,:=\"‖ -]+");

    private final Repository repository;
    private final Sources sources;
    private final Set<String> allowed;
    private final Predicate<String> isCommand;
    private final Map<String, Set<String>> words = new TreeMap<>();

    NameCheck(
            Repository repository,
            Sources sources,
            Set<String> allowed,
            Predicate<String> isCommand) {
        this.repository = repository;
        this.sources = sources;
        this.allowed = allowed;
        this.isCommand = isCommand;
    }

    List<String> problems(Document document) {
        return document.names().stream().flatMap(this::problem).toList();
    }

    private Stream<String> problem(Mention name) {
        String text = name.text();
        if (allowed.contains(text) || isCommand.test(text)) {
            return Stream.empty();
        }
        String module = repository.module(name.document());
        if (HTTP.matcher(text).matches()) {
            return unless(hasHttpPath(module, text), name, "is no HTTP path in the sources");
        }
        if (TOPIC.matcher(text).matches()) {
            return unless(hasTopic(module, text), name, "is no topic in the sources");
        }
        if (PATH.matcher(text).matches()) {
            return unless(hasPath(name), name, "is no file or folder");
        }
        if (TYPE.matcher(text).matches()) {
            return unless(hasJava(module, text), name, "is no type or member in the sources");
        }
        if (METHOD.matcher(text).matches()) {
            String method = text.substring(0, text.indexOf('('));
            return unless(sources.hasMethod(module, method), name, "is no method in the sources");
        }
        if (BYTES.matcher(text).matches() || isBesideOrPackage(name, module)) {
            return Stream.empty();
        }
        if (isBelowPackage(module, text)) {
            return Stream.of(name.problem("is no package of this module"));
        }
        if (SHAPE.matcher(text).matches()) {
            return unless(hasWords(module, text), name, "is not in the sources of its module");
        }
        return Stream.of(name.problem("fits no form of a name; see NameCheck and words.txt"));
    }

    private static Stream<String> unless(boolean isTrue, Mention name, String what) {
        return isTrue ? Stream.empty() : Stream.of(name.problem(what));
    }

    private boolean hasHttpPath(String module, String text) {
        String path = text.substring(text.indexOf('/')).replaceFirst("<.*", "");
        String variables = path.replaceAll("\\{[^}]*,[^}]*}", "{}");
        String regex =
                Stream.of(variables.split("\\{}", -1))
                        .map(Pattern::quote)
                        .reduce((left, right) -> left + "\\{\\w+}" + right)
                        .orElse("");
        return sources.matches(module, "[\"' ]" + regex + "[\"']");
    }

    private boolean hasTopic(String module, String text) {
        return hasWords(module, text.replaceAll("<[^>]*>|[+#]", "").replace('/', ' '));
    }

    private boolean hasPath(Mention name) {
        String path = name.text().replaceFirst("/$", "");
        String folder = Repository.folder(name.document());
        return repository.exists(path)
                || repository.exists(Repository.resolve(folder, path))
                || (!path.contains("/") && hasFileBelow(folder, path));
    }

    private boolean hasFileBelow(String folder, String file) {
        return repository.paths().stream()
                .filter(path -> folder.isEmpty() || path.startsWith(folder + "/"))
                .anyMatch(path -> path.endsWith("/" + file));
    }

    private boolean hasJava(String module, String text) {
        String name = text.replaceFirst("^@", "").replaceFirst("\\(.*", "");
        String owner = name.replaceFirst("^([a-z]+\\.)+", "");
        String type = owner.replaceFirst("\\..*", "");
        boolean isFull = name.startsWith("org.assistcounter.");
        if (!sources.hasType(module, type) || (isFull && sources.files(name).isEmpty())) {
            return false;
        }
        String member = owner.substring(type.length()).replaceFirst("^\\.", "");
        return member.isEmpty()
                || sources.files(type).stream()
                        .map(sources.texts()::get)
                        .anyMatch(source -> source.matches("(?s).*\\b" + member + "\\b.*"));
    }

    private boolean isBesideOrPackage(Mention name, String module) {
        if (!BARE.matcher(name.text()).matches()) {
            return false;
        }
        String folder = Repository.folder(name.document());
        return repository.exists(Repository.resolve(folder, name.text()))
                || sources.packages(module).contains(name.text());
    }

    private boolean isBelowPackage(String module, String text) {
        return text.matches("[a-z]+(\\.[a-z]+)+")
                && sources.packages(module).contains(text.substring(0, text.indexOf('.')));
    }

    private boolean hasWords(String module, String text) {
        Set<String> known = words.computeIfAbsent(module, sources::words);
        return Stream.of(text.split("[^A-Za-z0-9_-]+", -1))
                .filter(word -> !word.isEmpty() && !word.matches("[0-9]+"))
                .allMatch(word -> sources.hasWord(known, word));
    }
}
