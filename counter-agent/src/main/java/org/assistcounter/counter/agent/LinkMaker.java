package org.assistcounter.counter.agent;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.link.FleetLink;
import org.assistcounter.counter.link.Inbox;
import org.assistcounter.counter.link.PahoConnection;
import org.assistcounter.counter.link.Peer;
import org.assistcounter.protocol.journal.ChainHead;

/** Makes a counter's link to its fleet, from what it was told when it was enrolled. */
record LinkMaker(Path data, Identity identity, SecureRandom random) {

    /**
     * @param head where the journal stands now
     */
    FleetLink link(ChainHead head, Inbox inbox, LongSupplier clock) {
        Peer peer =
                new Peer(
                        identity.counter(),
                        identity.text("fleetOrigin"),
                        identity.key("checkpointKey"),
                        identity.key("answerKey"),
                        CounterAgent.VERSION);
        JournalBase base = JournalBase.of(identity);
        PahoConnection connection =
                new PahoConnection(
                        identity.brokerUris(),
                        identity.counter(),
                        Tls.sockets(identity),
                        random,
                        clock);
        return new FleetLink(
                connection,
                peer.goingOnBehind(base == null ? null : base.head())
                        .directedBy(identity.keyOrNull("directiveKey")),
                SqliteJournalStore.openToRead(data.resolve(RunningCounter.JOURNAL)),
                head,
                inbox,
                clock);
    }
}
