package org.assistcounter.virtualcounters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts another program of this module in a JVM of its own. */
final class OwnJava {
    private OwnJava() {}

    static List<String> command(
            List<String> jvm, List<String> properties, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(properties);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
