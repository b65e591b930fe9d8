package org.assistcounter.protocolmodel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
            "MaxLines = 2 MaxFaults = 2",
            "SaleEnds: MaxLines = 1 MaxFaults = 1; MoneySettles: MaxLines = 1 MaxFaults = 1"),
    /** One journal's way to the fleet: outbox, messages, verdicts, and copies of its card. */
    SYNC(
            "Guards Words Sync SyncCheck",
            "KindsAreKnown AcknowledgedIsKept CursorIsInTheLedger LedgerIsOneJournal"
                    + " NothingIsInvented OnlyACopyIsStopped",
            "MaxRecords = 3 MaxFaults = 1 MaxCopies = 1",
            "CopiesAreFound: MaxRecords = 2 MaxFaults = 1 MaxCopies = 1;"
                    + " EveryRecordIsAcknowledged: MaxRecords = 2 MaxFaults = 2 MaxCopies = 0");

    private final String modules;
    private final String invariants;
    private final String sizes;
    private final String properties;

    /**
     * @param modules imported ones first; the last is checked
     * @param invariants what holds in every state
     * @param sizes the constants for the invariants
     * @param properties what comes about in the end, once the faults are over, each with its
     *     constants, which are smaller because looking at ways takes longer than at states
     */
    Model(String modules, String invariants, String sizes, String properties) {
        this.modules = modules;
        this.invariants = invariants;
        this.sizes = sizes;
        this.properties = properties;
    }

    /** What a person calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
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
        return Stream.of(properties.split("; "))
                .map(property -> property.split(": "))
                .map(parts -> check("Spec", "PROPERTIES " + parts[0], parts[1], without))
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
