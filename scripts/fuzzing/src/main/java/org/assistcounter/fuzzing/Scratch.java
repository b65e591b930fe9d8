package org.assistcounter.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one file of a process through which whatever reads files is fed. */
final class Scratch {
    private static final Path FILE = made();

    private Scratch() {}

    private static Path made() {
        try {
            Path file = Files.createTempFile("border", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file, to be written over. */
    static Path file() {
        return FILE;
    }

    /** The file, holding these bytes. */
    static Path of(byte[] bytes) throws IOException {
        return Files.write(FILE, bytes);
    }
}
