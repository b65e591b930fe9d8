package org.assistcounter.fleet.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The directory that holds what this server must not lose or show. It is readable by its owner only
 * and locked while a server runs, because two servers over one embedded database, broker and key
 * store would each believe to be the only one.
 */
public final class DataDirectory implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens and locks the directory, making it when it does not exist. */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            makePrivate(root);
            return new DataDirectory(root, lock(root));
        } catch (IOException failure) {
            throw new StartRefused(
                    "The data directory " + root + " cannot be used: " + failure.getMessage(),
                    "Name a directory the server may write to with assistcounter.data.",
                    failure);
        }
    }

    /** The place of something in this directory. */
    public Path at(String name) {
        return root.resolve(name);
    }

    /** A directory in this directory that only its owner can read, made when missing. */
    public Path directory(String name) {
        return privately(at(name));
    }

    /** Where keys are: in this directory, or in the one that several instances share. */
    public Path keys(ExternalSettings external) {
        Path shared = external.keys();
        return shared == null ? directory("keys") : privately(shared.toAbsolutePath().normalize());
    }

    /** A directory that only its owner can read, made when missing. */
    public static Path privately(Path directory) {
        try {
            return makePrivate(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file that only its owner can read. It is there completely or not at all. */
    public static void writePrivately(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return directory;
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve("server.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!holdsLock(channel)) {
            channel.close();
            throw new StartRefused(
                    "Another fleet server already runs on the data directory " + root + ".",
                    "Stop that server first, or give this one its own with assistcounter.data.");
        }
        return channel;
    }

    private static boolean holdsLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
