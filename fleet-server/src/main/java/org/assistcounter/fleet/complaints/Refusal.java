package org.assistcounter.fleet.complaints;

/** Why somebody's wish about a case changes nothing. */
public enum Refusal {
    NO_SUCH_CASE("no-such-case"),
    DECIDED_ALREADY("decided-already"),
    DOES_NOT_FIT("does-not-fit"),
    NEVER_PAID("never-paid"),
    WHY_MISSING("why-missing"),
    NOT_PROPOSED("not-proposed"),
    SAME_PERSON("same-person"),
    NOT_OWED("not-owed"),
    REFERENCE_MISSING("reference-missing"),
    REFERENCE_USED("reference-used");

    private final String word;

    Refusal(String word) {
        this.word = word;
    }

    /** The word by which pages name it. */
    public String word() {
        return word;
    }
}
