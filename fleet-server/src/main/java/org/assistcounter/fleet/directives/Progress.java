package org.assistcounter.fleet.directives;

/**
 * How far what is wanted has come, of the counters of which anything was ever wanted.
 *
 * @param inForce sell by it
 * @param refused have refused it
 * @param ahead have a newer state than the fleet knows of, and keep it
 */
public record Progress(long counters, long inForce, long refused, long ahead) {

    /** Those of which nobody has heard yet. */
    public long waiting() {
        return counters - inForce - refused - ahead;
    }
}
