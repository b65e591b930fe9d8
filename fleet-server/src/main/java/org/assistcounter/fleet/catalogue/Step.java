package org.assistcounter.fleet.catalogue;

import java.time.Instant;

/**
 * What was done with an application.
 *
 * @param deed the word of it
 * @param stage where the application then was
 */
public record Step(long number, String deed, String reason, Stage stage, By by) {

    /**
     * Who, and when.
     *
     * @param office its division; empty for an applicant and for the rule about time
     */
    public record By(String login, String office, Instant at) {}
}
