package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** What a piece of work brings to the disk, as the virtual machine itself notes it. */
final class Syncs {
    private Syncs() {}

    /** A piece of work that may fail. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** The files and folders that it synced, in their order. */
    static List<Path> of(Work work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            recording.start();
            work.run();
            recording.stop();
            return read(recording);
        }
    }

    private static List<Path> read(Recording recording) throws IOException {
        Path file = Files.createTempFile("syncs", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .map(event -> Path.of(event.getString("path")))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
