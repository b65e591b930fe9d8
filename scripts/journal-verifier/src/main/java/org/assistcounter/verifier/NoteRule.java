package org.assistcounter.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rule 10 of the page, and the signature of rule 9: the checkpoints that a journal carries are the
 * fleet's and name its own records. The hashes of the newest records are at hand; for a checkpoint
 * of an older one the journal is read once more.
 */
final class NoteRule {
    private static final int NEAR_MAX = 1 << 12;
    private static final int NEAR_MIN = 1 << 6;
    private static final int FAR_MAX = 5_000;

    private final String counter;
    private final @Nullable String key;
    private final long first;
    private final long[] seqs;
    private final String[] hashes;
    private final Map<Long, List<Claim>> far = new TreeMap<>();
    private int farCount;
    private long checked;

    /**
     * Begins.
     *
     * @param key the fleet's for checkpoints, in hexadecimal digits; without one no signature is
     *     looked at
     * @param first the first record that is there; nothing is known of those before
     * @param records how many there are about
     */
    NoteRule(String counter, @Nullable String key, long first, long records) {
        this.counter = counter;
        this.key = key;
        this.first = first;
        int size = Math.clamp(Long.highestOneBit(Math.max(1, records)), NEAR_MIN, NEAR_MAX);
        this.seqs = new long[size];
        this.hashes = new String[size];
    }

    /** What a record says of another one. */
    private record Claim(long bySeq, String hash) {}

    /** Keeps the hash of a record. */
    void remember(long seq, @Nullable String hash) {
        int at = (int) (seq & (seqs.length - 1));
        seqs[at] = seq;
        hashes[at] = hash == null ? "" : hash;
    }

    /** Takes a fact of the record, and keeps the record's hash. */
    void accept(Header header, Fact fact, Consumer<String> errors) {
        boolean isNote = fact.type() == FactForms.CHECKPOINT_SEEN;
        if (isNote || fact.type() == FactForms.EPOCH_BEGUN) {
            try {
                Checkpoint word = Checkpoint.parse(fact.text("note"));
                word.require(counter, key);
                checked++;
                // What a beginning epoch's checkpoint has to name is looked at by the chain.
                if (isNote) {
                    check(word, header);
                }
            } catch (MalformedException wrong) {
                errors.accept("the checkpoint in it: " + wrong.reason());
            }
        }
    }

    private void check(Checkpoint word, Header header) throws MalformedException {
        boolean isBefore = Long.compareUnsigned(word.seq(), header.seq()) < 0;
        if (!isBefore || word.seq() < 1 || word.epoch() > header.epoch()) {
            throw new MalformedException("it is of no record before it");
        }
        int at = (int) (word.seq() & (seqs.length - 1));
        if (seqs[at] == word.seq()) {
            if (!word.hash().equals(hashes[at])) {
                throw new MalformedException(another(word.seq()));
            }
        } else if (word.seq() >= first) {
            far.computeIfAbsent(word.seq(), _ -> new ArrayList<>())
                    .add(new Claim(header.seq(), word.hash()));
            farCount++;
        }
    }

    private static String another(long seq) {
        return "it names another record " + seq + " than is here";
    }

    /** Looks up what waits when so much does that it has to be done now. */
    void settleWhenFull(Reading journal, Findings findings) throws IOException {
        if (farCount >= FAR_MAX) {
            settle(journal, findings);
        }
    }

    /** Looks up what is too far back to be at hand. */
    void settle(Reading journal, Findings findings) throws IOException {
        if (far.isEmpty()) {
            return;
        }
        journal.each((_, record) -> {
            if (record.length >= JournalRecord.SIZE_MIN) {
                lookAt(Header.read(record).seq(), record, findings);
            }
        });
        far.forEach((seq, claims) -> claims.forEach(claim -> tell(seq, claim, findings)));
        far.clear();
        farCount = 0;
    }

    private void lookAt(long seq, byte[] record, Findings findings) {
        List<Claim> claims = far.remove(seq);
        if (claims != null) {
            String hash = JournalRecord.hashOf(record);
            claims.stream()
                    .filter(claim -> !claim.hash().equals(hash))
                    .forEach(claim -> tell(seq, claim, findings));
        }
    }

    private static void tell(long seq, Claim claim, Findings findings) {
        findings.add(claim.bySeq(), "the checkpoint in it: " + another(seq));
    }

    /** Checkpoints whose signature holds, or was not to be looked at. */
    long checked() {
        return checked;
    }

    /** Whether their signatures were looked at. */
    boolean isWithKey() {
        return key != null;
    }
}
