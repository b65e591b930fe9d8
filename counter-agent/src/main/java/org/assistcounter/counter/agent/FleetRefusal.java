package org.assistcounter.counter.agent;

/** The fleet has refused a card in words. */
final class FleetRefusal extends SettingsException {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:assistcounter:enrolment:";

    /** Of a counter that is in no service, whatever keys it has. */
    private static final String UNDECIDED = TYPE + "out_of_service";

    private final String type;

    /**
     * @param type the word by which the fleet names its reason; empty where it was not the fleet
     *     that answered
     */
    FleetRefusal(String message, String type) {
        super(message);
        this.type = type;
    }

    /** Whether it says that these keys have no place, and will not get one by asking again. */
    boolean isFinal() {
        return type.startsWith(TYPE) && !type.equals(UNDECIDED);
    }
}
