package org.assistcounter.virtualcounters;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A card in the wrong hands: its certificate is good, and what it sends is not. Lives on the same
 * loop as good counters, connects again like them, and never ends by itself.
 */
final class Hostile implements MqttSession.Owner {
    private static final int GARBAGE_BYTES_MAX = 4_096;
    private static final int OVERSIZE_BYTES = 200_000;
    private static final List<String> SUFFIXES =
            List.of(Topics.JOURNAL, Topics.HELLO, Topics.ASK, "nonsense");

    private final Card card;
    private final CounterLoop loop;
    private final Kind kind;
    private final Card victim;
    private final byte[] replayed;
    private final Way way;
    private final SplittableRandom random;
    private @Nullable MqttSession session;
    private boolean isWanted = true;
    private boolean isSignedFor;
    private long sent;

    /** What it does, and how often. */
    enum Kind {
        /** Bytes that mean nothing, wherever bytes may go. */
        GARBAGE(200),
        /** Messages that are larger than the broker takes. */
        OVERSIZE(1_000),
        /** Messages in another counter's name. */
        WRONG_TOPIC(1_000),
        /** Greetings, as fast as they leave. */
        FLOOD(2),
        /** The same true batch over and over. */
        REPLAY(20);

        private final long pauseMillis;

        Kind(long pauseMillis) {
            this.pauseMillis = pauseMillis;
        }
    }

    /**
     * @param victim in whose name it writes
     * @param replayed a batch that it once sent
     */
    Hostile(Card card, CounterLoop loop, Kind kind, Card victim, byte[] replayed) {
        this.card = card;
        this.loop = loop;
        this.kind = kind;
        this.victim = victim;
        this.replayed = replayed;
        this.way = new Way(card, loop.brokers());
        this.random = new SplittableRandom(card.number());
    }

    /** The batch of a counter that has these records. */
    static byte[] batch(List<byte[]> records) {
        return new JournalBatch(records).encode();
    }

    void connects() {
        session =
                loop.connect(
                        way.next(),
                        card.number(),
                        card.id().hex(),
                        Topics.downlinks(card.id()),
                        this);
    }

    void stops() {
        isWanted = false;
        MqttSession current = session;
        if (current != null) {
            current.cut();
        }
    }

    long sent() {
        return sent;
    }

    /** What it sold counts, and the fleet has not signed for it yet. */
    boolean isOwed() {
        return kind == Kind.REPLAY && !isSignedFor;
    }

    @Override
    public void opened() {
        way.opened();
        attack();
    }

    private void attack() {
        MqttSession current = session;
        if (current == null || !current.isOpen() || !isWanted) {
            return;
        }
        if (current.isWritable()) {
            send(current);
            sent++;
        }
        loop.later(TimeUnit.MILLISECONDS.toNanos(kind.pauseMillis), this::attack);
    }

    private void send(MqttSession current) {
        switch (kind) {
            case GARBAGE ->
                    current.publish(
                            own(SUFFIXES.get(random.nextInt(SUFFIXES.size()))),
                            bytes(1 + random.nextInt(GARBAGE_BYTES_MAX)));
            case OVERSIZE -> current.publish(own(Topics.JOURNAL), bytes(OVERSIZE_BYTES));
            case WRONG_TOPIC -> current.publish(Topics.up(victim.id(), Topics.JOURNAL), replayed);
            case FLOOD -> current.publish(own(Topics.HELLO), greeting());
            case REPLAY -> current.publish(own(Topics.JOURNAL), replayed);
        }
    }

    private String own(String suffix) {
        return Topics.up(card.id(), suffix);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] greeting() {
        ChainHead genesis = ChainHead.genesis(card.id(), card.certificate());
        return Hello.of(genesis, 0, FleetKeys.AGENT).encode();
    }

    @Override
    public void heard(String topic, byte[] payload) {
        isSignedFor |= topic.equals(Topics.down(card.id(), Topics.CHECKPOINT));
    }

    @Override
    public void roundTrip(long nanos) {}

    @Override
    public void acknowledged(int reasonCode) {}

    @Override
    public void gone(String why) {
        session = null;
        loop.hostileEnds().ended(why);
        if (isWanted) {
            loop.later(
                    TimeUnit.MILLISECONDS.toNanos(way.goneMillis(SyncAnswer.SPREAD_UNSAID_MILLIS)),
                    () -> {
                        if (isWanted) {
                            connects();
                        }
                    });
        }
    }
}
