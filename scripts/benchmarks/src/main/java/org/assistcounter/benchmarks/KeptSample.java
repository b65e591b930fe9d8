package org.assistcounter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A server's data directory with a sample of this size in it, which may take an hour to write.
 *
 * @param what is in it, in a word
 */
record KeptSample(Path folder, String what, int counters, long sales) {
    private static final String MARK = "sample.txt";

    private Path mark() {
        return folder.resolve(MARK);
    }

    private String words() {
        return what + ", " + counters + " counters, " + sales + " sales";
    }

    /** Whether it is there; something else that is there is left alone. */
    boolean isWritten() throws IOException {
        if (Files.exists(mark())) {
            String there = Files.readString(mark()).strip();
            if (!there.equals(words())) {
                throw new IllegalArgumentException(
                        "%s holds %s, not %s".formatted(folder, there, words()));
            }
            return true;
        }
        if (Files.isDirectory(folder) && !isEmpty()) {
            throw new IllegalArgumentException(
                    folder + " holds no whole sample: remove it, or name another folder");
        }
        return false;
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** From now on it is whole. */
    void written() throws IOException {
        Files.writeString(mark(), words() + "\n");
    }
}
