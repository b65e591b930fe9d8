package org.assistcounter.fleet.operators;

import java.util.Set;

/** What somebody may do. Endpoints ask for one of these and never for a role. */
public enum May {
    /** See counters, sites, sales and cases of the own tenant. */
    SEE_FLEET,
    /** Let a new card become a counter. */
    ISSUE_TOKENS,
    /** Change what counters do: plans, prices, commands. */
    DIRECT_COUNTERS,
    /** Open a counter, lift its locks, book what was found. */
    SERVE_COUNTERS,
    /** Book goods into warehouses, vans and counters. */
    MOVE_GOODS,
    /** Decide about money in question, and record what was paid out. */
    SETTLE_CASES,
    /** See statistics and reports of the programme. */
    SEE_PROGRAMME,
    /** See suppliers, products and lots, as far as the own organisation does. */
    SEE_REGISTRY,
    /** Keep the own suppliers, products and lots, and put them forward for recognition. */
    SUPPLY,
    /** Decide for the own office about recognition, inspections and the blacklist. */
    RECOGNISE,
    /** Compare the books anew; take, give and close what does not agree. */
    RECONCILE,
    /** Take out journals with all that proves them. */
    EXPORT_EVIDENCE,
    /** Read who did what. */
    SEE_AUDIT,
    /** Look at another organisation, where one's own is of a kind that does. */
    LOOK_AROUND,
    /** Add and disable people. */
    KEEP_PEOPLE,
    /** Add and close organisations. */
    KEEP_TENANTS;

    /** What is left to who looks at another organisation. */
    static final Set<May> OF_GUESTS =
            Set.of(SEE_FLEET, SEE_PROGRAMME, SEE_REGISTRY, EXPORT_EVIDENCE, SEE_AUDIT, LOOK_AROUND);
}
