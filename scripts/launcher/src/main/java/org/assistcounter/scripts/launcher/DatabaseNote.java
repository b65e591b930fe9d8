package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the embedded database of this data runs already: it outlives a killed server, holds its
 * port, and the next server goes on with it.
 */
final class DatabaseNote {

    private DatabaseNote() {}

    static boolean isRunning(Path fleet) {
        Path note = fleet.resolve("postgresql/cluster/postmaster.pid");
        try {
            List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
            return !lines.isEmpty()
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        } catch (IOException | NumberFormatException goneMeanwhile) {
            return false;
        }
    }
}
