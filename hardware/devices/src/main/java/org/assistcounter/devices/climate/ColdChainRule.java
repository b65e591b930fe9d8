package org.assistcounter.devices.climate;

/**
 * How warm goods may become and for how long, by product class. The times follow FDA Food Code
 * 4-204.111 where nothing else is law.
 *
 * @param limitMilli above it is too warm
 * @param warmMillis so long without a break locks the compartment
 * @param serviceGraceMillis how long it may be warm after filling or service
 * @param doorGraceMillis how long after a door was opened on cold goods
 */
public record ColdChainRule(
        int limitMilli, long warmMillis, long serviceGraceMillis, long doorGraceMillis) {

    /** 5 degrees Celsius, half an hour each; ten minutes for a door. */
    public static final ColdChainRule USUAL =
            new ColdChainRule(5_000, 1_800_000, 1_800_000, 600_000);
}
