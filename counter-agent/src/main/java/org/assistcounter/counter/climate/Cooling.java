package org.assistcounter.counter.climate;

import java.util.OptionalInt;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.Fact;

/**
 * A cooled compartment of this counter. Time counts from one word of its line to the next; what no
 * word covers counts as too warm.
 *
 * @param compartment its number on the shelf; 0 where nothing is cooled
 * @param chain how long it has been too warm
 * @param toldAtMillis until when that is known
 * @param noted what the journal knows of it
 */
public record Cooling(
        int compartment,
        ColdChainRule rule,
        ColdChain chain,
        long toldAtMillis,
        Thermometer thermometer,
        Noted noted) {

    private static final long SILENCE_MILLIS = 15_000;
    private static final long NOTE_EVERY_MILLIS = 600_000;

    /** Nothing is cooled. */
    public static final Cooling NONE =
            new Cooling(
                    0,
                    ColdChainRule.USUAL,
                    ColdChain.filled(ColdChainRule.USUAL),
                    0,
                    Thermometer.UNHEARD,
                    new Noted(0, false, 0));

    /** What the line said last. */
    public record Thermometer(OptionalInt airMilli, String fault, boolean isCooling) {
        /** Nothing yet. */
        public static final Thermometer UNHEARD =
                new Thermometer(OptionalInt.empty(), "not heard yet", false);
    }

    /** The last note in the journal: when it is due again. */
    record Noted(long atMillis, boolean isWarm, long graceMillis) {}

    /** A started agent; nothing has been measured since. */
    public static Cooling starting(
            int compartment, ColdChainRule rule, ColdChain chain, long nowMillis) {
        return new Cooling(
                compartment,
                rule,
                chain,
                nowMillis,
                Thermometer.UNHEARD,
                new Noted(nowMillis, chain.warmMillis() > 0, chain.graceMillis()));
    }

    public boolean isWired() {
        return compartment > 0;
    }

    /** When silence is to be counted; Long.MAX_VALUE for never. */
    public long deadlineMillis() {
        return isWired() ? toldAtMillis + SILENCE_MILLIS : Long.MAX_VALUE;
    }

    /** The line has spoken. */
    public Cooling told(Thermometer said, long nowMillis) {
        ColdChain next = chain.passed(nowMillis - toldAtMillis, said.airMilli(), rule);
        return new Cooling(compartment, rule, next, nowMillis, said, noted);
    }

    /** Nobody has said anything for too long. */
    public Cooling silent(long nowMillis) {
        return told(new Thermometer(OptionalInt.empty(), thermometer.fault(), false), nowMillis);
    }

    /** Somebody has opened the door. */
    public Cooling doorOpened() {
        return with(chain.doorOpened(rule));
    }

    /** A person with a service sign-in has looked at the goods. */
    public Cooling serviced() {
        return with(chain.serviced(rule));
    }

    /**
     * Whether the journal ought to know: it has become too warm or cold again, or it has been long.
     */
    public boolean isNoteDue(long nowMillis) {
        return isWired()
                && (isWarm() != noted.isWarm()
                        || chain.graceMillis() > noted.graceMillis()
                        || nowMillis - noted.atMillis() >= NOTE_EVERY_MILLIS);
    }

    /** What the journal is to know. */
    public Fact.ColdChainNoted note() {
        return new Fact.ColdChainNoted(
                compartment, chain.warmMillis(), chain.coldMillis(), chain.graceMillis());
    }

    /** The journal knows. */
    public Cooling noted(long nowMillis) {
        return new Cooling(
                compartment,
                rule,
                chain,
                toldAtMillis,
                thermometer,
                new Noted(nowMillis, isWarm(), chain.graceMillis()));
    }

    private boolean isWarm() {
        return chain.warmMillis() > 0;
    }

    private Cooling with(ColdChain next) {
        return new Cooling(compartment, rule, next, toldAtMillis, thermometer, noted);
    }
}
