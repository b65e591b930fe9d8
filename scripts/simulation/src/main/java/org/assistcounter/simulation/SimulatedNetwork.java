package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What lies between counters and the fleet: networks and a broker. Fault model: a message is lost,
 * doubled, overtaken by later ones or held for up to a day; a second client of one name ends the
 * session of the first; the broker may forget everything; while the fleet is down nobody connects,
 * and what arrives is gone or comes later. Nothing is changed on the way, since TLS would notice.
 */
final class SimulatedNetwork {
    private static final long MESSAGE_MILLIS = 40;
    private static final long OVERTAKEN_MILLIS_MAX = 5_000;
    private static final long HELD_MILLIS_MAX = 24 * 3_600_000L;
    private static final long CROWDED_MILLIS_MAX = 3_600_000;
    private static final long SOON_MILLIS = 60_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int MESSAGES_A_MINUTE_MAX = 3_000;

    private final Timeline timeline;
    private final World world;
    private final FleetFaults faults;
    private final SplittableRandom random;
    private final Map<CounterId, Session> sessions = new LinkedHashMap<>();
    private final Set<UnderWay> underWay = new LinkedHashSet<>();
    private final Map<CounterId, Long> crowdedUntil = new HashMap<>();
    private final Map<CounterId, Integer> sentThisMinute = new HashMap<>();
    private Fleet fleet = (from, message) -> {};
    private long messages;
    private long minute;
    private long upAtMillis;

    SimulatedNetwork(Timeline timeline, FleetFaults faults, SplittableRandom random) {
        this.timeline = timeline;
        this.faults = faults;
        this.random = random;
        this.world = timeline.world(Runnable::run);
    }

    /** One end of a connection. */
    interface Session {
        void heard(String suffix, byte[] payload);

        /** The connection is gone. */
        void cut();

        /** Whether the counter now hears what is sent to it. */
        boolean hears();
    }

    /** The other end of all of them. */
    interface Fleet {
        void received(SimulatedNetwork network, Message message);
    }

    private record UnderWay(long number, Runnable arrival) {}

    void serve(Fleet served) {
        fleet = served;
    }

    long nowMillis() {
        return timeline.nowMillis();
    }

    /** Whether the session begins; one of the same name ends by it. */
    boolean joins(CounterId counter, Session session) {
        if (!isUp()) {
            return false;
        }
        Session former = sessions.put(counter, session);
        if (former != null && !former.equals(session)) {
            former.cut();
        }
        return true;
    }

    void leaves(CounterId counter, Session session) {
        sessions.remove(counter, session);
    }

    /** A counter publishes; without a session nothing happens. */
    void up(Session from, Message message) {
        if (from.equals(sessions.get(message.counter()))) {
            count(message.counter());
            long crowd = crowdedUntil.getOrDefault(message.counter(), 0L) - nowMillis();
            carry(crowd > 0 ? CROWDED_MILLIS_MAX : 0, () -> arrivedUp(message));
        }
    }

    /**
     * For a while all that a counter sends comes late, as in front of a technician who is called.
     */
    void crowds(CounterId counter, long millis) {
        crowdedUntil.put(counter, nowMillis() + millis);
    }

    /** Whatever is lost or doubled, nobody may answer words with ever more words. */
    private void count(CounterId counter) {
        if (minute != nowMillis() / MINUTE_MILLIS) {
            minute = nowMillis() / MINUTE_MILLIS;
            sentThisMinute.clear();
        }
        int sent = sentThisMinute.merge(counter, 1, Integer::sum);
        Violation.unless(sent <= MESSAGES_A_MINUTE_MAX, "a counter sends messages without end");
    }

    private void arrivedUp(Message message) {
        if (isUp()) {
            fleet.received(this, message);
        } else if (random.nextBoolean()) {
            carry(0, () -> arrivedUp(message));
        }
    }

    /** The fleet publishes to whoever bears the name when it arrives. */
    void down(CounterId counter, String suffix, byte[] payload) {
        carry(
                0,
                () -> {
                    @Nullable Session session = sessions.get(counter);
                    if (session != null && session.hears()) {
                        session.heard(suffix, payload);
                    }
                });
    }

    private void carry(long crowdMillis, Runnable arrival) {
        if (faults.strikes(FleetFault.MESSAGE_LOST)) {
            return;
        }
        int times = faults.strikes(FleetFault.MESSAGE_TWICE) ? 2 : 1;
        for (int i = 1; i <= times; i++) {
            long delay = MESSAGE_MILLIS * i + (crowdMillis > 0 ? random.nextLong(crowdMillis) : 0);
            if (faults.strikes(FleetFault.MESSAGE_OVERTAKEN)) {
                delay += random.nextLong(OVERTAKEN_MILLIS_MAX);
            }
            if (faults.strikes(FleetFault.MESSAGE_HELD)) {
                delay += random.nextLong(HELD_MILLIS_MAX);
            }
            UnderWay message = new UnderWay(messages++, arrival);
            underWay.add(message);
            world.at(nowMillis() + delay, () -> arrive(message));
        }
    }

    private void arrive(UnderWay message) {
        if (underWay.remove(message)) {
            message.arrival().run();
        }
    }

    boolean isUp() {
        return nowMillis() >= upAtMillis;
    }

    /** The fleet's process is gone for a while, and all connections with it. */
    void fleetDies() {
        upAtMillis = nowMillis() + random.nextLong(SOON_MILLIS);
        cutAll();
    }

    /** Nobody knows any session, and nothing is held for anybody. */
    void brokerForgets() {
        underWay.clear();
        cutAll();
    }

    private void cutAll() {
        List<Session> all = new ArrayList<>(sessions.values());
        sessions.clear();
        all.forEach(Session::cut);
    }

    /** Whatever is still held comes within a minute, in any order. */
    void heal() {
        for (UnderWay message : List.copyOf(underWay)) {
            world.at(nowMillis() + random.nextLong(SOON_MILLIS), () -> arrive(message));
        }
    }
}
