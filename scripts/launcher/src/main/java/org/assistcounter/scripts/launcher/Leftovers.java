package org.assistcounter.scripts.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Processes of a launcher that was killed, found by the notes of their numbers. A number may belong
 * to somebody else by now, so the process must also be a Java program whose arguments name this
 * data folder.
 */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private Leftovers() {}

    static void end(String name, Path pid, Path data, Say say) {
        if (!Files.exists(pid)) {
            return;
        }
        String number = DataFolder.read(pid);
        Optional<ProcessHandle> ours =
                number.matches("\\d{1,10}")
                        ? ProcessHandle.of(Long.parseLong(number))
                                .filter(process -> isOurs(process, data))
                        : Optional.empty();
        ours.ifPresent(process -> {
            say.line(name + " of an earlier run is still there; ending it");
            process.destroy();
            if (!Patience.until(PATIENCE, () -> !process.isAlive())) {
                process.destroyForcibly();
            }
        });
    }

    private static boolean isOurs(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line ->
                        line.contains("org.assistcounter") && line.contains(data.toString()))
                .isPresent();
    }
}
