package org.assistcounter.fleet.operators;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an organisation is, and so what its people can be. */
public enum TenantKind {
    /** Runs the server; its people may be anything. */
    PLATFORM,
    /** A programme office of a county, city or province. */
    PROGRAMME,
    /** A company that operates counters. */
    OPERATOR,
    /** A cooperative, household group or company that grows and makes. */
    SUPPLIER,
    /** Reads everything and changes nothing. */
    AUDITOR;

    /** What its people can be. */
    public Set<Role> roles() {
        return switch (this) {
            case PLATFORM -> EnumSet.allOf(Role.class);
            case PROGRAMME -> EnumSet.of(Role.PROGRAMME, Role.AUDITOR, Role.ADMINISTRATOR);
            case OPERATOR ->
                    EnumSet.of(
                            Role.DISPATCHER,
                            Role.RESTOCKER,
                            Role.TECHNICIAN,
                            Role.FINANCE,
                            Role.AUDITOR,
                            Role.ADMINISTRATOR);
            case SUPPLIER -> EnumSet.of(Role.SUPPLIER, Role.ADMINISTRATOR);
            case AUDITOR -> EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR);
        };
    }

    /** Whether its auditors may look at other organisations. */
    public boolean looksAround() {
        return this == PLATFORM || this == AUDITOR;
    }

    /** As it is stored and the end of a message's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static TenantKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
