package org.assistcounter.protocol.journal;

/** What the evidence of a turn proves (DESIGN section 3, the dispense table). */
public enum DispenseVerdict implements Word {
    DELIVERED("delivered"),
    NOT_DELIVERED("not-delivered"),
    UNPROVEN("unproven");

    private final String word;

    DispenseVerdict(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
