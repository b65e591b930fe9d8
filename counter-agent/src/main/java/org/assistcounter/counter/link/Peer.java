package org.assistcounter.counter.link;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.sync.Checkpoint;
import org.jspecify.annotations.Nullable;

/** The two ends of the link: this counter, and the fleet whose keys it was given when enrolled. */
public final class Peer {
    private final CounterId counter;
    private final String origin;
    private final byte[] checkpointKey;
    private final byte[] answerKey;
    private final String agent;
    private final SignatureCheck signatures;
    private @Nullable ChainHead base;
    private byte @Nullable [] directiveKey;

    public Peer(
            CounterId counter,
            String origin,
            byte[] checkpointKey,
            byte[] answerKey,
            String agent) {
        this(counter, origin, checkpointKey, answerKey, agent, Ed25519::holds);
    }

    /**
     * @param signatures how the fleet's signatures are checked
     */
    public Peer(
            CounterId counter,
            String origin,
            byte[] checkpointKey,
            byte[] answerKey,
            String agent,
            SignatureCheck signatures) {
        this.counter = counter;
        this.origin = origin;
        this.checkpointKey = checkpointKey.clone();
        this.answerKey = answerKey.clone();
        this.agent = agent;
        this.signatures = signatures;
    }

    /** The journal begins behind this record, which another card has written. */
    public Peer goingOnBehind(@Nullable ChainHead record) {
        base = record;
        return this;
    }

    /** Desired states of the fleet are signed by this key; without one none is believed. */
    public Peer directedBy(byte @Nullable [] key) {
        directiveKey = key == null ? null : key.clone();
        return this;
    }

    /** A card that was enrolled before there were desired states has none. */
    byte @Nullable [] directiveKey() {
        return directiveKey;
    }

    boolean isBase(Checkpoint checkpoint) {
        ChainHead head = base;
        return head != null
                && head.seq() == checkpoint.seq()
                && head.epoch() == checkpoint.epoch()
                && head.hash().equals(checkpoint.hash());
    }

    CounterId counter() {
        return counter;
    }

    String origin() {
        return origin;
    }

    byte[] checkpointKey() {
        return checkpointKey;
    }

    byte[] answerKey() {
        return answerKey;
    }

    String agent() {
        return agent;
    }

    SignatureCheck signatures() {
        return signatures;
    }

    Charset charset() {
        return StandardCharsets.UTF_8;
    }
}
