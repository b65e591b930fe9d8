package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Writes a file that is there whole or not at all, and is gone, also after the power went. */
final class DurableFile {
    static final String SECRET = "rw-------";
    static final String READABLE = "rw-r--r--";

    private DurableFile() {}

    /**
     * @param permissions of the file, as {@code ls} says them
     */
    static void write(Path file, String text, String permissions) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(permissions)))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(file));
    }

    /** Makes the folder, and those above it that are missing. */
    static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder(parent(folder));
            Files.createDirectory(folder);
            sync(above);
        }
        return folder;
    }

    /** Deletes the file, where it is there. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            sync(parent(file));
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
