package org.assistcounter.oracles;

/**
 * A judge of one counter. It sees everything in the order in which it happened and throws {@link
 * Broken} when what it watches over is not so any more.
 */
interface Oracle {

    /** Something was seen. Times are of the world, not of the counter. */
    default void saw(long atMillis, WorldFact.AtCounter fact) {}

    /** A record is on disk. */
    default void read(long atMillis, Written written) {}

    /** Everything has healed and nothing is under way any more. */
    default void rest(long atMillis) {}
}
