package org.assistcounter.powercuts;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.powercuts.Verdict.Kind;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;

/**
 * Opens an image as a starting agent does, compares what is there with what was acknowledged and
 * with what was written, goes on with one append, and opens it once more.
 */
final class ImageCheck {
    private final Path folder;
    private final Expected expected;

    ImageCheck(Path folder, Expected expected) {
        this.folder = folder;
        this.expected = expected;
    }

    Images.Judged judge(Images.Image image) {
        return new Images.Judged(image, verdict(image.files(), image.acknowledged()));
    }

    private Verdict verdict(Map<String, byte[]> image, long acknowledged) {
        try {
            put(folder, image);
            Verdict first = judgeStart(acknowledged);
            return first.isSound() ? judgeGoingOn() : first;
        } catch (JournalFailure e) {
            return new Verdict(Kind.REFUSED, e + causes(e));
        } catch (IOException e) {
            throw new IllegalStateException("an image cannot be written to " + folder, e);
        }
    }

    /** Exactly these files, and nothing else, in the folder. */
    static void put(Path folder, Map<String, byte[]> image) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : image.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Verdict judgeStart(long acknowledged) {
        try (SqliteJournalStore store = open()) {
            Recovered recovered = Workload.recovered(store);
            List<byte[]> found = new ArrayList<>();
            store.forEach(found::add);
            if (found.size() < acknowledged) {
                return new Verdict(
                        Kind.LOST,
                        "%d records acknowledged, %d there".formatted(acknowledged, found.size()));
            }
            String wrong = expected.wrong(found);
            if (wrong.isEmpty()) {
                wrong = wrongChain(found, recovered.head(), store.newestSeq());
            }
            return wrong.isEmpty() ? Verdict.SOUND : new Verdict(Kind.WRONG, wrong);
        }
    }

    /** The fleet's own check of chain, totals and signature, and the two ways to ask how far. */
    private static String wrongChain(List<byte[]> found, ChainHead head, long newest) {
        if (newest != found.size() || head.seq() != newest) {
            return "the newest record is %d, the head says %d, and %d are there"
                    .formatted(newest, head.seq(), found.size());
        }
        if (found.isEmpty()) {
            return "";
        }
        ChainCheck check = new ChainCheck(Workload.publicKey(), Ed25519::holds, _ -> null);
        return switch (check.judge(Workload.genesis(), found)) {
            case org.assistcounter.protocol.journal.Verdict.Append all
                    when all.head().equals(head) && all.misplaced().isEmpty() ->
                    "";
            case org.assistcounter.protocol.journal.Verdict other -> "the chain is " + other;
        };
    }

    private Verdict judgeGoingOn() {
        int newest;
        try (SqliteJournalStore store = open()) {
            List<JournalRecord> next = expected.after((int) store.newestSeq());
            if (!next.isEmpty()) {
                store.append(next);
            }
            newest = (int) store.newestSeq();
        }
        try (SqliteJournalStore store = open()) {
            List<byte[]> found = store.read(1, newest + 1);
            String wrong = expected.wrong(found);
            return wrong.isEmpty() && found.size() == newest
                    ? Verdict.SOUND
                    : new Verdict(Kind.WRONG, "after one more append: " + wrong);
        }
    }

    private SqliteJournalStore open() {
        return SqliteJournalStore.open(folder.resolve(Writer.JOURNAL));
    }

    private static String causes(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            all.append(": ").append(cause.getMessage());
        }
        return all.toString();
    }
}
