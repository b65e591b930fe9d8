package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agent as it is delivered to a counter, which is the one that the journeys here run. */
class DeliveredAgentTest {
    private static final Path TARGET =
            Path.of(System.getProperty("assistcounter.root")).resolve("counter-agent/target");
    private static final String JAR = "counter-agent-0.1.0-SNAPSHOT.jar";

    @Test
    void holdsNoSimulatedMoneyAndNoSimulatedMotor() throws IOException {
        List<String> ours = new ArrayList<>();
        for (Path jar : jars()) {
            try (JarFile open = new JarFile(jar.toFile())) {
                open.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith("org/assistcounter/"))
                        .forEach(ours::add);
            }
        }

        assertThat(ours)
                .contains("org/assistcounter/counter/agent/CounterAgent.class")
                .noneMatch(name -> name.contains("/simulators/"));
    }

    @Test
    void findsEveryLibraryThatItsManifestNames() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve(JAR).toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");

            assertThat(classPath.split(" "))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(TARGET.resolve(name)).isRegularFile());
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            return Stream.concat(Stream.of(TARGET.resolve(JAR)), libraries).toList();
        }
    }
}
