package org.assistcounter.verifier;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a journal, one for each epoch, as the export tells them. */
final class Keys {
    private static final int WORDS = 4;

    private final List<Of> all = new ArrayList<>();

    Keys(JournalKey first, String certificateHash) {
        all.add(new Of(1, 1, first, certificateHash));
    }

    /** The key of an epoch, and the number of the first record that it may sign. */
    record Of(long epoch, long first, JournalKey key, String certificateHash) {}

    /** One more, from what stands behind the word of its line. */
    void add(String line) throws MalformedException {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[2].matches("[0-9a-f]{64}")) {
            throw new MalformedException("an epoch has its number, a record, a key, a certificate");
        }
        Of last = all.getLast();
        long epoch = Contents.number(words[0]);
        long first = Contents.number(words[1]);
        if (epoch <= last.epoch() || first < last.first() || first < 2) {
            throw new MalformedException("epoch " + words[0] + " is not after the one before it");
        }
        String certificate = HexFormat.of().formatHex(Hashes.sha256(StrictBase64.decode(words[3])));
        all.add(
                new Of(
                        epoch,
                        first,
                        new JournalKey(HexFormat.of().parseHex(words[2])),
                        certificate));
    }

    JournalKey first() {
        return all.getFirst().key();
    }

    /** That of an epoch; null when the export names none. */
    @Nullable Of of(long epoch) {
        return all.stream().filter(each -> each.epoch() == epoch).findFirst().orElse(null);
    }

    /** Whether the key of the record's own epoch has signed it. */
    boolean signed(byte[] record) {
        Of own = of(Header.read(record).epoch());
        return own != null && own.key().signed(record);
    }
}
