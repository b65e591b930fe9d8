package org.assistcounter.devices.mdb;

/**
 * What the set-up agreed on and the lengths of later messages depend on (MDB/ICP 4.2 §7.4.2).
 *
 * @param level the lower of both sides' feature levels; 0 as long as nothing was agreed
 * @param displayBytes columns times rows of the display the VMC offered; 0 for none
 */
public record SessionForm(int level, int displayBytes) {

    /** Nothing agreed: lengths that depend on the level are taken from the block itself. */
    public static final SessionForm UNKNOWN = new SessionForm(0, 0);
}
