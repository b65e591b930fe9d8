package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where everything of one installation is kept, held by one launcher at a time. Its files are for
 * its owner only: keys and one-time tokens are among them.
 */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            for (String folder : List.of("fleet", "counter", "bench", "logs")) {
                Files.createDirectories(root.resolve(folder));
            }
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw new Refusal(
                    "The data directory %s cannot be used: %s. Name another with --data."
                            .formatted(root, e));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve("run.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isHeldBy(channel)) {
            channel.close();
            throw new Refusal(
                    """
                    scripts/run is running on %s already. Stop it with Ctrl-C where it runs, or \
                    with "scripts/run stop --data %s", or start a second one with its own \
                    --data and ports.\
                    """
                            .formatted(root, root));
        }
        return channel;
    }

    private static boolean isHeldBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path fleet() {
        return root.resolve("fleet");
    }

    Path wallets() {
        return root.resolve("wallets");
    }

    Path counter() {
        return root.resolve("counter");
    }

    Path benchState() {
        return root.resolve("bench/bench.properties");
    }

    /** There once the shelf has been loaded; goods must not grow back at a second start. */
    Path shelfLoaded() {
        return root.resolve("bench/loaded");
    }

    Path wiring() {
        return root.resolve("counter/wiring.properties");
    }

    Path enrolment() {
        return root.resolve("counter/identity/enrolment.json");
    }

    Path serviceCode() {
        return root.resolve("counter/identity/service-code");
    }

    Path token() {
        return root.resolve("fleet/enrolment/XA-0001.token");
    }

    static Path demonstrationKey(Path root) {
        return root.resolve("fleet/demonstration.key");
    }

    static Path control(Path root) {
        return root.resolve("control.key");
    }

    Path pidOf(String child) {
        return root.resolve("logs/" + child + ".pid");
    }

    Path log(String child) {
        return root.resolve("logs/" + child + ".log");
    }

    /** Puts the log of the run before aside, so that a log is about one run. */
    void turnLog(String child) {
        try {
            if (Files.exists(log(child))) {
                Files.move(
                        log(child),
                        root.resolve("logs/" + child + ".previous.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Refusal("The log " + log(child) + " cannot be put aside: " + e);
        }
    }

    static void writePrivately(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be written: " + e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(control(root));
            lock.close();
        } catch (IOException e) {
            throw new Refusal("The hold on " + root + " cannot be released: " + e);
        }
    }
}
