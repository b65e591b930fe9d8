package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Hash HASH = new Hash(new byte[Hash.LENGTH]);
    private static final long SEEN = 100;

    private final Admission admission = new Admission(1_000);

    @Test
    void letsNobodyWaitWhoLagsByABatch() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(greeted(i, 64, 0)).isEqualTo(new Ruling.Resumed(head(i)));
        }
    }

    @Test
    void tellsEachWhenTheRecordsOfThoseBeforeItAreIn() {
        assertThat(greeted(1, 5_000, 0)).isEqualTo(new Ruling.Resumed(head(1)));
        assertThat(greeted(2, 3_000, 0)).isEqualTo(new Ruling.Resumed(head(2)));
        assertThat(greeted(3, 2_000, 0)).isEqualTo(new Ruling.Postponed(head(3), 8_000));
        assertThat(greeted(4, 2_000, 0)).isEqualTo(new Ruling.Postponed(head(4), 10_000));

        assertThat(greeted(3, 2_000, 8_000)).isEqualTo(new Ruling.Resumed(head(3)));
    }

    @Test
    void keepsAPlaceInTheLineForWhoComesTooEarly() {
        greeted(1, 20_000, 0);

        assertThat(greeted(2, 1_000, 0)).isEqualTo(new Ruling.Postponed(head(2), 20_000));
        assertThat(greeted(2, 1_000, 7_000)).isEqualTo(new Ruling.Postponed(head(2), 13_000));
        assertThat(greeted(3, 1_000, 7_000)).isEqualTo(new Ruling.Postponed(head(3), 14_000));
    }

    @Test
    void saysAtMostTenMinutesAndKeepsTheLineAllTheSame() {
        greeted(1, 2_000_000, 0);

        assertThat(greeted(2, 1_000, 0)).isEqualTo(new Ruling.Postponed(head(2), 600_000));
        assertThat(greeted(2, 1_000, 600_000)).isEqualTo(new Ruling.Postponed(head(2), 600_000));
        assertThat(greeted(2, 1_000, 2_000_000)).isEqualTo(new Ruling.Resumed(head(2)));
    }

    @Test
    void bringsThirtyThousandInOneAfterAnotherAsFastAsTheDatabase() {
        List<Long> begun = new ArrayList<>();
        for (int counter = 0; counter < 30_000; counter++) {
            long at = 0;
            while (greeted(counter, 100, at) instanceof Ruling.Postponed postponed) {
                at += postponed.millis();
            }
            begun.add(at);
        }

        for (long from = 0; from < 3_000_000; from += 10_000) {
            long window = from;
            assertThat(begun.stream().filter(at -> at >= window && at < window + 10_000).count())
                    .isLessThanOrEqualTo(150);
        }
    }

    @Test
    void leavesWhatIsNotBelievedAsItIs() {
        Ruling fork =
                new Ruling.Disbelieved(Ruling.Disbelief.FORK, "", new Refusal("fork", 1, HASH, ""));

        assertThat(admission.ruled(fork, hello(9_999_999), 0)).isEqualTo(fork);
    }

    @Test
    void saysTheWaitBehindACheckpoint() {
        assertThat(new Ruling.Postponed(head(1), 700).words())
                .containsExactly(
                        new Ruling.Word.Checkpoint(head(1)),
                        new Ruling.Word.Sync(new SyncAnswer.Wait(700)));
    }

    private Ruling greeted(int counter, long backlog, long nowMillis) {
        return admission.ruled(new Ruling.Resumed(head(counter)), hello(SEEN + backlog), nowMillis);
    }

    private static ChainHead head(int counter) {
        CounterId id = new CounterId("%032x".formatted(counter));
        return new ChainHead(id, 1, 1, SEEN, HASH, Totals.ZERO);
    }

    private static Hello hello(long head) {
        return new Hello(1, 1, head, HASH, 0, "test");
    }
}
