package org.assistcounter.fleet.evidence;

import java.time.Duration;
import java.util.List;
import org.assistcounter.protocol.transparency.NoteKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fleet's log.
 *
 * @param every how often new heads of journals are taken into it; a head waits no longer
 * @param witnesses the keys of those whose cosignatures are kept, as a witness prints its own
 * @param generation raised by one when the database was put back to an older moment: heads that
 *     were signed since are contradicted from then on, so the log needs another name
 */
@ConfigurationProperties("assistcounter.log")
public record LogSettings(
        @DefaultValue("5s") Duration every,
        @DefaultValue List<String> witnesses,
        @DefaultValue("1") int generation) {

    private static final Duration EVERY_MIN = Duration.ofMillis(100);

    /** Refuses in words what cannot be meant. */
    public LogSettings {
        if (every.compareTo(EVERY_MIN) < 0) {
            throw new IllegalArgumentException("assistcounter.log.every is 100ms or more.");
        }
        if (generation < 1) {
            throw new IllegalArgumentException("assistcounter.log.generation is 1 or more.");
        }
        witnesses = List.copyOf(witnesses);
        for (String witness : witnesses) {
            check(witness);
        }
    }

    private static void check(String witness) {
        try {
            if (NoteKey.parse(witness).purpose() == NoteKey.Purpose.COSIGNATURE) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "assistcounter.log.witnesses: " + malformed.getMessage(), malformed);
        }
        throw new IllegalArgumentException(
                "assistcounter.log.witnesses: not the key of a witness: " + witness);
    }

    /** What its heads are signed as, behind the server's origin. */
    String name() {
        return generation == 1 ? "/log" : "/log-" + generation;
    }

    /** The witnesses' keys. */
    public List<NoteKey> witnessKeys() {
        return witnesses.stream().map(NoteKey::parse).toList();
    }
}
