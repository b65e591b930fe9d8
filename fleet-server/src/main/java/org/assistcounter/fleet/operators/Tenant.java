package org.assistcounter.fleet.operators;

/**
 * An organisation whose things are kept here.
 *
 * @param division its code by GB/T 2260; empty where it is of none
 * @param people how many of it may sign in
 */
public record Tenant(
        String id, TenantKind kind, Names names, String division, boolean isClosed, long people) {

    /** Its name in both languages. */
    public record Names(String zh, String en) {}
}
