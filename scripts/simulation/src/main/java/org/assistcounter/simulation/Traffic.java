package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assistcounter.fleet.ingest.Ruling;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;

/**
 * What reached the fleet, in the order in which it did: doubled, late and overtaken messages
 * included, and what the fleet did not believe of it.
 */
final class Traffic {
    private final Consumer<Arrival> listener;
    private final Map<Ruling.Disbelief, Long> disbeliefs = new EnumMap<>(Ruling.Disbelief.class);
    private final Map<String, List<String>> refused = new TreeMap<>();
    private long messages;
    private long postponed;
    private long given;
    private Hash hash = new Hash(new byte[Hash.LENGTH]);

    /**
     * @param listener takes each, to keep it or not
     */
    Traffic(Consumer<Arrival> listener) {
        this.listener = listener;
    }

    void arrived(Message message) {
        messages++;
        hash = new Hash(Sha256.of(hash.bytes(), message.counter().bytes(), message.payload()));
        listener.accept(message);
    }

    void given(KeyGiven key) {
        given++;
        listener.accept(key);
    }

    /** How often a counter was given other keys. */
    long keysGiven() {
        return given;
    }

    void refused(CounterId counter, Ruling.Disbelief why) {
        disbeliefs.merge(why, 1L, Long::sum);
        refused.computeIfAbsent(counter.hex(), _ -> new ArrayList<>()).add(why.word());
    }

    void postponed() {
        postponed++;
    }

    /** How often a counter was told to wait. */
    long timesPostponed() {
        return postponed;
    }

    long messages() {
        return messages;
    }

    Map<Ruling.Disbelief, Long> disbeliefs() {
        return disbeliefs;
    }

    /** Of each counter what was not believed, in order. */
    Map<String, List<String>> refused() {
        return refused;
    }

    Hash hash() {
        return hash;
    }
}
