package org.assistcounter.fleet.catalogue;

/** Who does something with an application. */
public sealed interface Actor {

    /** Their login. */
    String login();

    /** Somebody of the supplier, or of the office that applies for it. */
    record Applicant(String login) implements Actor {}

    /**
     * Somebody of a programme office.
     *
     * @param division six digits of GB/T 2260
     */
    record Office(String login, String division) implements Actor {}

    /** Somebody who only sees it. */
    record Onlooker(String login) implements Actor {}

    /** The rule about time. */
    record Clock() implements Actor {
        @Override
        public String login() {
            return "rule";
        }
    }
}
