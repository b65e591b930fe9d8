package org.assistcounter.virtualcounters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program in a JVM of its own, of the kind that this one is. */
final class OwnJava {
    private OwnJava() {}

    /** Another program of this module. */
    static List<String> command(
            List<String> jvm, List<String> properties, Class<?> main, String... arguments) {
        List<String> options = new ArrayList<>(jvm);
        options.addAll(properties);
        String classPath = System.getProperty("java.class.path");
        return command(options, classPath, main.getName(), List.of(arguments));
    }

    static List<String> command(
            List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main));
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
