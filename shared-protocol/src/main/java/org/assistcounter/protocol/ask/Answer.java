package org.assistcounter.protocol.ask;

import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.SignedWord;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;

/**
 * How a wallet attempt stands, by the fleet's word. The bytes are signed together with the
 * counter's id, so an answer cannot be used at another counter.
 *
 * @param code what the shopper scans, while the state is {@code WAITING}
 * @param amountMinor what was paid, when the state is {@code PAID}
 * @param transaction the wallet's own number, when paid
 */
public record Answer(
        String attempt,
        State state,
        @Nullable String code,
        long amountMinor,
        @Nullable String transaction) {
    private static final SignedWord WORD = new SignedWord("answer");

    /** Where an attempt stands. */
    public enum State {
        /** Ordered; not paid yet. */
        WAITING,
        /** Paid, and not refunded. */
        PAID,
        /** Closed unpaid; it cannot be paid any more. */
        CLOSED,
        /** The wallet refused the payment; nothing was taken, and it cannot be paid any more. */
        REFUSED,
        /** The fleet cannot make or find the order now. */
        UNAVAILABLE
    }

    /** The signed bytes. */
    public byte[] sign(CounterId counter, Signer signer) {
        return WORD.sign(
                new CborMap()
                        .put("attempt", attempt)
                        .put("state", state.name())
                        .putIfPresent("code", code)
                        .put("amount", amountMinor)
                        .putIfPresent("transaction", transaction),
                counter,
                signer);
    }

    /** Reads an answer and checks that the fleet's key signed it for this counter. */
    public static Answer open(
            byte[] bytes, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        CborMap map = WORD.open(bytes, counter, publicKey, check);
        return new Answer(
                map.text("attempt"),
                state(map.text("state")),
                map.textOrNull("code"),
                map.integer("amount"),
                map.textOrNull("transaction"));
    }

    private static State state(String word) throws MalformedCborException {
        for (State state : State.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        throw new MalformedCborException("state is the unknown word " + word);
    }
}
