package org.assistcounter.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assistcounter.verifier.VerifyJournal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/verify-journal} in a process of its own. */
final class OfflineVerifier {

    private OfflineVerifier() {}

    /** What the verifier answered. */
    record Answer(int exitCode, JsonNode json) {}

    static Answer verify(Path file) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                VerifyJournal.class.getName(),
                                file.toString(),
                                "--json")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        return new Answer(
                exitCode, JsonMapper.shared().readTree(printed.lines().toList().getLast()));
    }
}
