package org.assistcounter.verifier;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rules 1, 2, 4 and 9 of the page: the place of each record after the one before it, and the
 * running totals. After an error it goes on from what the record itself says, so that one error is
 * told once and not at every later record.
 */
final class Chain {

    private final ExportHead head;
    private long expectedSeq = 1;
    private @Nullable String previous;
    private @Nullable Totals totals = Totals.ZERO;
    private @Nullable Header last;
    private boolean started;

    Chain(ExportHead head) {
        this.head = head;
        previous = head.genesis();
    }

    /** The chain that goes on after a record that was checked by itself. */
    static Chain after(ExportHead head, JournalRecord anchor, Header header) {
        Chain chain = new Chain(head);
        chain.expectedSeq = header.seq() + 1;
        chain.previous = anchor.hash();
        chain.totals = header.totals();
        chain.last = header;
        chain.started = true;
        return chain;
    }

    /** Whether this header names the record before as its predecessor. */
    boolean follows(Header header) {
        return previous != null && header.previous().equals(previous);
    }

    /** Whether another key signs from this record on. */
    boolean changesKey(Header header) {
        return last != null && header.epoch() != last.epoch();
    }

    /** The number that the next record should have. */
    long expectedSeq() {
        return expectedSeq;
    }

    /** A record whose header cannot be read still takes a place. */
    void skip(JournalRecord record) {
        expectedSeq++;
        previous = record.hash();
        totals = null;
        started = true;
    }

    void link(JournalRecord record, Header header, Consumer<String> errors) {
        checkIdentity(header, errors);
        if (header.seq() != expectedSeq) {
            errors.accept(
                    "seq is "
                            + Long.toUnsignedString(header.seq())
                            + " where "
                            + Long.toUnsignedString(expectedSeq)
                            + " is due");
        }
        if (previous != null && !header.previous().equals(previous)) {
            errors.accept(
                    started
                            ? "previous is not the hash of the record before"
                            : "previous is not the genesis hash");
        }
        checkEpochAndBoot(record, header, errors);
        checkTotals(record, header, errors);
        expectedSeq = header.seq() + 1;
        previous = record.hash();
        totals = header.totals();
        last = header;
        started = true;
    }

    private void checkIdentity(Header header, Consumer<String> errors) {
        if (!header.counter().equals(head.counter())) {
            errors.accept("counter is " + header.counter() + ", not that of the export");
        }
        Keys.Of own = head.keys().of(header.epoch());
        if (own == null) {
            errors.accept("the export has no key of epoch " + header.epoch());
        } else if (!header.key().equals(own.key().id())) {
            errors.accept("key " + header.key() + " is not that of the export");
        }
    }

    private void checkEpochAndBoot(JournalRecord record, Header header, Consumer<String> errors) {
        boolean begins = header.type() == FactForms.EPOCH_BEGUN;
        boolean startsBoot = begins || header.type() == FactForms.BOOTED;
        Header before = last;
        if (before == null) {
            checkFirst(header, errors);
            return;
        }
        if (header.epoch() < before.epoch()) {
            errors.accept("epoch goes back from " + before.epoch() + " to " + header.epoch());
        } else if ((header.epoch() > before.epoch()) != begins) {
            errors.accept(
                    begins
                            ? "an epoch begins inside epoch " + header.epoch()
                            : "epoch changes with a record of type " + header.type() + ", not 5");
        } else if (begins) {
            checkBeginning(record, header, before, errors);
        }
        if (header.boot() < before.boot()) {
            errors.accept("boot goes back from " + before.boot() + " to " + header.boot());
        } else if (header.boot() != before.boot() && !startsBoot) {
            errors.accept("boot changes with a record of type " + header.type() + ", not 2 or 5");
        }
    }

    private void checkFirst(Header header, Consumer<String> errors) {
        if (started) {
            return;
        }
        if (header.type() != FactForms.BOOTED && header.type() != FactForms.COMMISSIONED) {
            errors.accept("the first record is of type " + header.type() + ", not 1 or 2");
        }
        if (header.epoch() != 1) {
            errors.accept("the first record is of epoch " + header.epoch());
        }
    }

    /** Rule 9 but for the note's signature, which needs the fleet's key. */
    private void checkBeginning(
            JournalRecord record, Header header, Header before, Consumer<String> errors) {
        if (header.boot() == before.boot()) {
            errors.accept("an epoch begins without a new boot");
        }
        if (header.key().equals(before.key())) {
            errors.accept("an epoch begins with the key of the one before");
        }
        Keys.Of own = head.keys().of(header.epoch());
        if (own != null && own.first() != header.seq()) {
            errors.accept("the epoch begins with another record than the export says");
        }
        Fact fact = record.fact();
        if (fact == null) {
            return;
        }
        String[] lines = fact.text("note").split("\n", -1);
        String hash = HexFormat.of().formatHex(hashOf(lines));
        if (lines.length < 4
                || !lines[0].endsWith("/counter/" + head.counter())
                || !lines[1].equals(Long.toUnsignedString(before.seq()))
                || !hash.equals(header.previous())
                || !lines[3].equals("epoch " + before.epoch())) {
            errors.accept("the note names another record than the one before");
        }
        if (own != null && !certificate(fact).equals(own.certificateHash())) {
            errors.accept("the certificate is not that of the export");
        }
    }

    private static byte[] hashOf(String[] lines) {
        try {
            return lines.length < 3 ? new byte[0] : StrictBase64.decode(lines[2]);
        } catch (MalformedException noBase64) {
            return new byte[0];
        }
    }

    private static String certificate(Fact fact) {
        return fact.fields().get("certificate") instanceof CborValue.Bytes(String hex) ? hex : "";
    }

    private void checkTotals(JournalRecord record, Header header, Consumer<String> errors) {
        Fact fact = record.fact();
        if (totals == null || (fact == null && record.judged())) {
            return;
        }
        try {
            Totals due = totals.plus(fact == null ? Totals.ZERO : Totals.of(fact));
            if (!due.equals(header.totals())) {
                errors.accept("totals are " + header.totals() + "; the facts make " + due);
            }
        } catch (ArithmeticException overflow) {
            errors.accept("totals do not fit in 64 bits");
        }
    }
}
