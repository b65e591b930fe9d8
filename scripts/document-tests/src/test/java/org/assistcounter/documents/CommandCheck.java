package org.assistcounter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the commands and options of documents exist, and how each is known to work. */
final class CommandCheck {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private final Repository repository;
    private final Sources sources;
    private final CommandTable table;
    private final UnaryOperator<String> help;

    /** The help is that of a script by its path. */
    CommandCheck(
            Repository repository,
            Sources sources,
            CommandTable table,
            UnaryOperator<String> help) {
        this.repository = repository;
        this.sources = sources;
        this.table = table;
        this.help = help;
    }

    /** Whether a name in backticks is one of those that this class looks after. */
    boolean isCommand(String text) {
        return OPTION.matcher(text).matches()
                || Command.of(new Mention("", 0, text), repository).isPresent();
    }

    List<Command> commands(Document document) {
        return Stream.concat(document.names().stream(), document.blocks().stream())
                .flatMap(mention -> Command.of(mention, repository).stream())
                .toList();
    }

    /** Programs, Maven modules and tests that do not exist. */
    List<String> missing(Document document) {
        return commands(document).stream().flatMap(this::missing).toList();
    }

    private Stream<String> missing(Command command) {
        return switch (command.program()) {
            case "mvn" -> missingForMaven(command);
            case "bash" -> missingScript(command, command.words().getFirst());
            default -> missingScript(command, command.program());
        };
    }

    private Stream<String> missingScript(Command command, String script) {
        return repository.isCommand(script.replaceFirst("^\\./", ""))
                ? Stream.empty()
                : Stream.of(command.mention().problem("names no script"));
    }

    private Stream<String> missingForMaven(Command command) {
        boolean hasModules =
                Stream.of(command.value("-pl").orElse("").split(",", -1))
                        .filter(module -> !module.isEmpty())
                        .allMatch(module -> repository.exists(module + "/pom.xml"));
        boolean hasTest =
                command.value("-Dtest").map(test -> !sources.files(test).isEmpty()).orElse(true);
        return hasModules && hasTest
                ? Stream.empty()
                : Stream.of(command.mention().problem("names no module or no test"));
    }

    /** Options that the help of their script, or of any script, does not have. */
    List<String> unknownOptions(Document document) {
        List<String> problems = new ArrayList<>();
        for (Command command : commands(document)) {
            if (repository.isCommand(command.program())) {
                command.options().stream()
                        .filter(option -> !hasOption(command.program(), option))
                        .map(option -> command.mention().problem("has " + option + ", no option"))
                        .forEach(problems::add);
            }
        }
        document.names().stream()
                .filter(name -> OPTION.matcher(name.text()).matches())
                .filter(name -> !isAnyOption(name.text()))
                .map(name -> name.problem("is no option of any command"))
                .forEach(problems::add);
        return problems;
    }

    private boolean isAnyOption(String option) {
        return repository.commands().stream().anyMatch(script -> hasOption(script, option));
    }

    private boolean hasOption(String script, String option) {
        return OPTION.matcher(help.apply(script)).results().anyMatch(r -> r.group().equals(option));
    }

    /** Options of a script's help that neither it nor its program reads. */
    List<String> unreadOptions(String script) {
        String text = repository.read(script);
        String module = program(text).map(repository::module).orElse("");
        return OPTION.matcher(help.apply(script))
                .results()
                .map(result -> result.group())
                .distinct()
                .filter(option -> !option.equals("--help"))
                .filter(option -> !text.contains(option + ")"))
                .filter(option -> module.isEmpty() || !sources.matches(module, quoted(option)))
                .map(option -> script + " --help has " + option + ", which nothing reads")
                .toList();
    }

    private static String quoted(String option) {
        return '"' + option + '"';
    }

    /** The path of the class that a script starts. */
    private Optional<String> program(String script) {
        return Pattern.compile("org\\.assistcounter\\.[\\w.]+")
                .matcher(script)
                .results()
                .flatMap(result -> sources.files(result.group()).stream())
                .findFirst();
    }

    /** Commands that the table does not account for. */
    List<String> unaccounted(Document document) {
        return commands(document).stream()
                .filter(command -> !table.entries().containsKey(command.text()))
                .map(command -> command.mention().problem("is not in commands.txt"))
                .toList();
    }

    /** Lines of the table that no document asks for, or whose word is not kept. */
    List<String> tableProblems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        table.entries()
                .forEach((text, entry) -> {
                    Optional<Command> command =
                            documents.stream()
                                    .flatMap(document -> commands(document).stream())
                                    .filter(each -> each.text().equals(text))
                                    .findFirst();
                    String problem =
                            command.map(each -> tableProblem(each, entry))
                                    .orElse("is in no document");
                    if (!problem.isEmpty()) {
                        problems.add("commands.txt: \"" + text + "\" " + problem);
                    }
                });
        return problems;
    }

    private String tableProblem(Command command, CommandTable.Entry entry) {
        return switch (entry.kind()) {
            case "run" -> entry.what().isEmpty() ? "" : "is run; nothing else is to be said";
            case "manual" -> entry.what().isBlank() ? "is manual without a reason" : "";
            case "tested-by" -> testProblem(command, entry.what());
            default -> "is of no kind: " + entry.kind();
        };
    }

    private String testProblem(Command command, String test) {
        List<String> files = sources.files(test);
        if (files.size() != 1) {
            return "is tested by " + test + ", of which there are " + files.size();
        }
        String text = repository.read(files.getFirst());
        List<String> own = command.ownWords();
        boolean isMentioned =
                own.isEmpty()
                        ? mentions(text, command.program())
                        : own.stream().allMatch(text::contains);
        return isMentioned ? "" : "is tested by " + test + ", which does not mention it";
    }

    private boolean mentions(String text, String script) {
        return text.contains(script)
                || program(repository.read(script))
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .map(file -> file.replace(".java", "."))
                        .filter(text::contains)
                        .isPresent();
    }
}
