package org.assistcounter.fleet.operators;

import java.util.Set;

/** A kind of work, and what it needs to be allowed. */
public enum Role {
    DISPATCHER,
    RESTOCKER,
    FINANCE,
    TECHNICIAN,
    SUPPLIER,
    PROGRAMME,
    AUDITOR,
    ADMINISTRATOR,
    PLATFORM;

    /** What the role allows. */
    public Set<May> permissions() {
        return switch (this) {
            case DISPATCHER ->
                    Set.of(
                            May.SEE_FLEET,
                            May.SEE_REGISTRY,
                            May.ISSUE_TOKENS,
                            May.DIRECT_COUNTERS,
                            May.MOVE_GOODS,
                            May.SETTLE_CASES,
                            May.RECONCILE,
                            May.EXPORT_EVIDENCE);
            case RESTOCKER ->
                    Set.of(May.SEE_FLEET, May.SEE_REGISTRY, May.SERVE_COUNTERS, May.MOVE_GOODS);
            case FINANCE ->
                    Set.of(May.SEE_FLEET, May.SETTLE_CASES, May.RECONCILE, May.EXPORT_EVIDENCE);
            case TECHNICIAN -> Set.of(May.SEE_FLEET, May.ISSUE_TOKENS, May.SERVE_COUNTERS);
            case SUPPLIER -> Set.of(May.SEE_REGISTRY, May.SUPPLY);
            case PROGRAMME -> Set.of(May.SEE_PROGRAMME, May.SEE_REGISTRY, May.RECOGNISE);
            case AUDITOR ->
                    Set.of(
                            May.SEE_FLEET,
                            May.SEE_PROGRAMME,
                            May.SEE_REGISTRY,
                            May.EXPORT_EVIDENCE,
                            May.SEE_AUDIT,
                            May.LOOK_AROUND);
            case ADMINISTRATOR ->
                    Set.of(
                            May.SEE_FLEET,
                            May.SEE_PROGRAMME,
                            May.SEE_REGISTRY,
                            May.SEE_AUDIT,
                            May.KEEP_PEOPLE);
            case PLATFORM -> Set.of(May.SEE_AUDIT, May.KEEP_TENANTS);
        };
    }
}
