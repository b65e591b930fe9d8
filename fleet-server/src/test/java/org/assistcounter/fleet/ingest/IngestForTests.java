package org.assistcounter.fleet.ingest;

import java.util.List;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.Broadcasts;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.JournalBatch;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What an instance among several does, on the tables of a server. */
public final class IngestForTests {
    private IngestForTests() {}

    /** What comes of a batch that the instance commits which has, or believes to have, shards. */
    public sealed interface Outcome {
        /** It was judged, and what is new of it committed. */
        record Done(Verdict verdict) implements Outcome {}

        /** Nothing of it is kept. */
        record Failed(Throwable why) implements Outcome {}
    }

    /** Commits one batch. */
    public static Outcome commit(
            ApplicationContext server, Shards shards, CounterId counter, JournalBatch batch) {
        Counters counters = server.getBean(Counters.class);
        var commits =
                new GroupCommit(
                        shards,
                        server.getBean(Evidence.class),
                        server.getBean(Bookings.class),
                        counters,
                        server.getBean(TransactionalOperator.class));
        List<GroupCommit.Outcome> outcomes =
                counters.find(counter)
                        .flatMap(found -> commits.commit(List.of(Arrived.of(found, batch))))
                        .blockOptional()
                        .orElseThrow();
        return switch (outcomes.getFirst()) {
            case GroupCommit.Outcome.Committed(Judged judged) -> new Outcome.Done(judged.verdict());
            case GroupCommit.Outcome.Failed(Throwable why) -> new Outcome.Failed(why);
        };
    }

    /** The commits of an instance of this name, and what it hears of others. */
    public static Commits commits(Broadcasts broadcasts, String instance) {
        return new Commits(broadcasts, new ExternalSettings(List.of(), instance, null, null));
    }

    /** As after a commit. */
    public static void tell(Commits commits, Commit commit) {
        commits.tell(commit);
    }
}
