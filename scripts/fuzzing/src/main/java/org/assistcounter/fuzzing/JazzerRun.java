package org.assistcounter.fuzzing;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own, for one target. What it learns is kept in the folder of the
 * target from one run to the next; what breaks a property is kept there too.
 */
record JazzerRun(Path folder, Target target) {
    private static final Pattern COUNT = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
    private static final Pattern FINDING = Pattern.compile("== Java Exception: (.*)");

    /** The longest input; what comes in here is a line, a frame or a message. */
    private static final int BYTES_MAX = 2_048;

    /** One input may take so long, or it counts as hanging. */
    private static final int SECONDS_MAX = 20;

    private static final List<String> JAVA =
            List.of(
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+EnableDynamicAgentLoading");

    /**
     * What a run came to.
     *
     * @param finding what broke a property; empty when nothing did
     */
    record Outcome(Target target, long executions, String finding, Path log) {}

    Outcome run(long seconds, List<Path> seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path findings = Files.createDirectories(folder.resolve("findings"));
        int number = 0;
        for (byte[] sample : target.samples()) {
            Files.write(corpus.resolve("sample-" + number++), sample);
        }
        Path log = folder.resolve("jazzer.log");
        List<String> command = new ArrayList<>(java());
        command.add("-artifact_prefix=" + findings + "/");
        command.add("-max_total_time=" + seconds);
        command.add(corpus.toString());
        seeds.stream().filter(Files::isDirectory).map(Path::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int exit = process.waitFor();
        String said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        return new Outcome(target, executions(said), finding(exit, said), log);
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        command.add("-D" + Entry.PROPERTY + "=" + target.word());
        command.addAll(List.of("-cp", classPath()));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + Entry.class.getName());
        command.add("--instrumentation_includes=org.assistcounter.**");
        command.add("--reproducer_path=" + folder);
        command.addAll(List.of("-print_final_stats=1", "-rss_limit_mb=0"));
        command.add("-max_len=" + BYTES_MAX);
        command.add("-timeout=" + SECONDS_MAX);
        return command;
    }

    /** Jazzer looks through all of it at each start, and Alipay's library is by far the largest. */
    private String classPath() {
        String all = System.getProperty("java.class.path");
        boolean needsAlipay = target.word().startsWith("alipay");
        return Stream.of(all.split(File.pathSeparator))
                .filter(library -> needsAlipay || !library.contains("alipay-sdk"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long executions(String said) {
        Matcher count = COUNT.matcher(said);
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    private static String finding(int exit, String said) {
        if (exit == 0) {
            return "";
        }
        Matcher finding = FINDING.matcher(said);
        return finding.find() ? finding.group(1).strip() : "Jazzer ended with " + exit;
    }

    /** The inputs that broke a property, in any run. */
    List<Path> findings() throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("findings"))) {
            files.forEach(all::add);
        }
        return all;
    }
}
