package org.assistcounter.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command was asked for. */
record Arguments(Path file, boolean json, boolean allSignatures, TrustedKeys trusted) {

    static Arguments parse(List<String> words) throws MalformedException {
        boolean json = false;
        boolean all = false;
        String log = null;
        String checkpoint = null;
        List<String> witnesses = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--json" -> json = true;
                case "--all-signatures" -> all = true;
                case "--log-key" -> log = value(words, ++i);
                case "--checkpoint-key" -> checkpoint = value(words, ++i);
                case "--witness-key" -> witnesses.add(value(words, ++i));
                default -> files.add(words.get(i));
            }
        }
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            throw new MalformedException("one FILE or FOLDER is checked");
        }
        return new Arguments(
                Path.of(files.getFirst()), json, all, new TrustedKeys(log, checkpoint, witnesses));
    }

    private static String value(List<String> words, int at) throws MalformedException {
        @Nullable String value = at < words.size() ? words.get(at) : null;
        if (value == null || value.startsWith("--")) {
            throw new MalformedException(words.get(at - 1) + " needs a key");
        }
        return value;
    }
}
