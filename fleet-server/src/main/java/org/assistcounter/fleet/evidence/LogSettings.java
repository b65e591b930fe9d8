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
 */
@ConfigurationProperties("assistcounter.log")
public record LogSettings(
        @DefaultValue("5s") Duration every, @DefaultValue List<String> witnesses) {

    private static final Duration EVERY_MIN = Duration.ofMillis(100);

    /** Refuses in words what cannot be meant. */
    public LogSettings {
        if (every.compareTo(EVERY_MIN) < 0) {
            throw new IllegalArgumentException("assistcounter.log.every is 100ms or more.");
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

    /** The witnesses' keys. */
    public List<NoteKey> witnessKeys() {
        return witnesses.stream().map(NoteKey::parse).toList();
    }
}
