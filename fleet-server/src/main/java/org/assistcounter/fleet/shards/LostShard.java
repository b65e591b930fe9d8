package org.assistcounter.fleet.shards;

/** Another instance has the shard now: what was about to be committed is the other's to do. */
public final class LostShard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostShard(int held, int wanted) {
        super("Of %d shards %d are this instance's.".formatted(wanted, held));
    }
}
