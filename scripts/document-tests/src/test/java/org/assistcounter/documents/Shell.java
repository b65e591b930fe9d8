package org.assistcounter.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a command in a folder to its end. */
final class Shell {

    /**
     * What came of it.
     *
     * @param output what it printed, and complained about where that was asked for
     */
    record Answer(int exit, String output) {

        String lastLine() {
            return output.lines().reduce("", (_, line) -> line);
        }
    }

    private Shell() {}

    static Answer run(Path folder, String command) {
        return run(folder, command, ProcessBuilder.Redirect.PIPE);
    }

    /** Only what it prints. */
    static Answer printed(Path folder, String command) {
        return run(folder, command, ProcessBuilder.Redirect.DISCARD);
    }

    private static Answer run(Path folder, String command, ProcessBuilder.Redirect complaints) {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("bash", "-c", command))
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectError(complaints)
                        .redirectErrorStream(complaints.equals(ProcessBuilder.Redirect.PIPE));
        try {
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }
}
