package org.assistcounter.documents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the sources declare and say. Text, not a compiler: a type is a declaration or an import, a
 * word is anything outside comments between two characters that no name can have.
 *
 * @param texts without comments, by path
 * @param declared the names of all types
 */
record Sources(Map<String, String> texts, Set<String> declared) {
    private static final Pattern KIND =
            Pattern.compile(".*\\.(java|js|css|html|json|sql|yaml|xml|svg|properties|sh)");
    private static final Pattern COMMENT =
            Pattern.compile("^\\s*(/\\*.*?\\*/|//[^\\n]*)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("\\b(class|record|enum|interface) ([A-Z]\\w*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*");

    /** These tests name what does not exist, so they are no evidence. */
    private static final String OURSELVES = "scripts/document-tests/";

    static Sources of(Repository repository) {
        Map<String, String> texts = new TreeMap<>();
        Set<String> declared = new TreeSet<>();
        for (String path : repository.paths()) {
            if (KIND.matcher(path).matches() || repository.isCommand(path)) {
                String text = COMMENT.matcher(repository.read(path)).replaceAll("");
                texts.put(path, text);
                TYPE.matcher(text).results().forEach(type -> declared.add(type.group(2)));
            }
        }
        return new Sources(texts, declared);
    }

    private List<String> below(String module) {
        return texts.entrySet().stream()
                .filter(entry -> module.isEmpty() || entry.getKey().startsWith(module + "/"))
                .filter(entry -> !entry.getKey().startsWith(OURSELVES))
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean matches(String module, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return below(module).stream().anyMatch(text -> pattern.matcher(text).find());
    }

    /** Declared in any module, or imported from a library by the module. */
    boolean hasType(String module, String name) {
        return declared.contains(name)
                || below(module).stream().anyMatch(text -> text.contains("." + name + ";"));
    }

    /** The files of a type, which may be told from another by the end of its package. */
    List<String> files(String type) {
        String end = "/" + type.replace('.', '/') + ".java";
        return texts.keySet().stream().filter(path -> path.endsWith(end)).toList();
    }

    boolean hasMethod(String module, String name) {
        return matches(module, "\\b" + name + "\\(");
    }

    /** A word as it is, or the constant that it is the lower-case spelling of. */
    boolean hasWord(Set<String> words, String word) {
        return words.contains(word)
                || words.contains(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    Set<String> words(String module) {
        Set<String> words = new TreeSet<>();
        for (String text : below(module)) {
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                words.add(matcher.group());
                words.addAll(List.of(matcher.group().split("-", -1)));
            }
        }
        return words;
    }

    /** The packages of a module's main source, relative to the one that they are all in. */
    Set<String> packages(String module) {
        Set<String> full =
                texts.keySet().stream()
                        .filter(path -> path.startsWith(module + "/"))
                        .filter(path -> path.contains("/src/main/java/") && path.endsWith(".java"))
                        .map(path -> Repository.folder(path).replaceFirst(".*/src/main/java/", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        String base = commonFolder(full);
        return full.stream()
                .filter(path -> path.startsWith(base + "/"))
                .map(path -> path.substring(base.length() + 1).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String commonFolder(Set<String> paths) {
        String common = paths.isEmpty() ? "" : paths.iterator().next();
        for (String path : paths) {
            while (!path.equals(common) && !path.startsWith(common + "/") && !common.isEmpty()) {
                common = Repository.folder(common);
            }
        }
        return common;
    }
}
