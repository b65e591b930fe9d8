package org.assistcounter.fleet.complaints;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is settled without a person, and what not by one alone. Amounts are minor units.
 *
 * @param refundAfter how long a person has to look into a delivery without proof
 * @param refundUpToMinor the highest amount that is then given back by itself; 0: none
 * @param secondFromMinor from which amount a second person has to agree
 */
@ConfigurationProperties("assistcounter.complaints")
public record ComplaintSettings(
        @DefaultValue("24h") Duration refundAfter,
        @DefaultValue("5000") long refundUpToMinor,
        @DefaultValue("10000") long secondFromMinor) {

    /** Refuses in words what cannot be meant. */
    public ComplaintSettings {
        if (refundAfter.isNegative() || refundUpToMinor < 0 || secondFromMinor < 0) {
            throw new IllegalArgumentException(
                    "assistcounter.complaints: times and amounts are nothing or more.");
        }
        if (refundUpToMinor >= secondFromMinor) {
            throw new IllegalArgumentException(
                    "assistcounter.complaints.refund-up-to-minor must be less than"
                            + " second-from-minor: no rule does alone what no person may.");
        }
    }
}
