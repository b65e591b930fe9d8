package org.assistcounter.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.SignedNote;
import org.assistcounter.protocol.transparency.TreeHead;

/**
 * What a witness must not lose: its key, the newest head that it has seen, and proof of a fork.
 * Each is there completely or not at all, and on disk before anybody hears of it.
 */
final class WitnessFolder implements AutoCloseable {
    private static final String KEY = "witness.ed25519";
    private static final String SEEN = "seen.note";
    private static final String FORK = "FORK.txt";

    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens and locks it: two witnesses with one memory could contradict each other. */
    static WitnessFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new WitnessFolder(folder, channel);
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            channel.close();
            throw new IOException("another witness runs on " + folder, ofThisProcess);
        }
        channel.close();
        throw new IOException("another witness runs on " + folder);
    }

    /** The key, drawn at the first start. */
    Ed25519 key(SecureRandom random) throws IOException {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            byte[] seed = new byte[Ed25519.KEY_LENGTH];
            random.nextBytes(seed);
            write(KEY, Base64.getEncoder().encodeToString(seed) + "\n");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        try {
            return new Ed25519(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    /**
     * The newest head that was seen. A memory that is damaged is an error, never a new beginning.
     */
    Judgement.Seen seen(NoteKey log) throws IOException {
        Path file = folder.resolve(SEEN);
        if (!Files.exists(file)) {
            return Judgement.Seen.NOTHING;
        }
        try {
            return Judgement.Seen.of(TreeHead.open(SignedNote.parse(Files.readString(file)), log));
        } catch (MalformedNoteException damaged) {
            throw new IOException(file + " is not of this log: " + damaged.getMessage(), damaged);
        }
    }

    /** Remembers a head for good. */
    void remember(SignedNote note) throws IOException {
        write(SEEN, note.note());
    }

    /** Keeps what proves a fork to anybody; from now on nothing is cosigned. */
    void keepFork(String how, SignedNote shown) throws IOException {
        Path seen = folder.resolve(SEEN);
        String before = Files.exists(seen) ? Files.readString(seen) : "";
        write(FORK, how + "\n\nseen before:\n" + before + "\nshown then:\n" + shown.note());
    }

    /** Whether a fork was found and no person has taken its file away. */
    boolean hasFork() {
        return Files.exists(folder.resolve(FORK));
    }

    private void write(String name, String text) throws IOException {
        Path draft = folder.resolve(name + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(
                draft,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
