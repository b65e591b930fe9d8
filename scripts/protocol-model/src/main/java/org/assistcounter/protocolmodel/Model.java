package org.assistcounter.protocolmodel;

import java.util.List;

/**
 * The models, with the sizes at which all of their states are seen within seconds. Lists are words
 * with blanks between them, as in TLC's own configuration.
 */
enum Model {
    /** One sale: paying, dispensing, giving back, and the power that goes. */
    SALE(
            "Guards Words SaleState SaleWorld Sale SaleCheck",
            "WordsAreKnown GoodsArePaid OneTurnPerCommand NoGoodsAndMoney PaidOnce RefundedOnce"
                    + " OneEndPerLine GoodsOrMoneyOrCase",
            "SaleEnds MoneySettles",
            "MaxLines = 2 MaxFaults = 2",
            "MaxLines = 1 MaxFaults = 1");

    private final String modules;
    private final String invariants;
    private final String properties;
    private final String sizes;
    private final String sizesOverTime;

    /**
     * @param modules imported ones first; the last is checked
     * @param invariants what holds in every state
     * @param properties what comes about in the end, once the faults are over
     * @param sizes the constants for the invariants
     * @param sizesOverTime the constants for the properties, which take longer
     */
    Model(
            String modules,
            String invariants,
            String properties,
            String sizes,
            String sizesOverTime) {
        this.modules = modules;
        this.invariants = invariants;
        this.properties = properties;
        this.sizes = sizes;
        this.sizesOverTime = sizesOverTime;
    }

    List<String> modules() {
        return List.of(modules.split(" "));
    }

    /** The module that is checked. */
    String root() {
        return modules().getLast();
    }

    /** Checks what holds in every state. */
    Check always(String without) {
        return check("Steps", "INVARIANTS " + invariants, sizes, without);
    }

    /** Checks what comes about in the end; one aim at a time, so that a failure has its name. */
    List<Check> inTheEnd(String without) {
        return List.of(properties.split(" ")).stream()
                .map(aim -> check("Spec", "PROPERTIES " + aim, sizesOverTime, without))
                .toList();
    }

    private Check check(String behaviour, String aims, String constants, String without) {
        String configuration =
                String.format(
                        "SPECIFICATION %s%nCONSTANTS Without = \"%s\" %s%n%s%n",
                        behaviour, without, constants, aims);
        return new Check(this, aims.substring(aims.indexOf(' ') + 1), configuration);
    }

    /**
     * One run of TLC.
     *
     * @param aims what is checked
     * @param configuration in TLC's own language
     */
    record Check(Model model, String aims, String configuration) {}
}
