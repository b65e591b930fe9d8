package org.assistcounter.protocol.desired;

import java.util.Arrays;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.SignedWord;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;

/**
 * A desired state in the exact bytes that the fleet signed for one counter. So it is sent, and so
 * it is kept in the counter's journal.
 */
public final class SignedState {
    private static final SignedWord WORD = new SignedWord("desired");

    private final byte[] bytes;
    private final DesiredState state;

    private SignedState(byte[] bytes, DesiredState state) {
        this.bytes = bytes.clone();
        this.state = state;
    }

    /** Signed by the fleet's key for desired states. */
    public static SignedState of(DesiredState state, CounterId counter, Signer signer) {
        return new SignedState(WORD.sign(state.map(), counter, signer), state);
    }

    /** Reads one and checks that this key signed it for this counter. */
    public static SignedState open(
            byte[] bytes, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        WORD.require(bytes, counter, publicKey, check);
        return read(bytes);
    }

    /** Reads one whose signature was checked before it was written down. */
    public static SignedState read(byte[] bytes) throws MalformedCborException {
        return new SignedState(bytes, DesiredState.read(WORD.body(bytes)));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public DesiredState state() {
        return state;
    }

    public long revision() {
        return state.revision();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedState that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
