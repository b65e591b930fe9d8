package org.assistcounter.protocol.ask;

import java.nio.charset.StandardCharsets;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.SignatureCheck;
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
    private static final byte[] CONTEXT = "ACJ1-answer\0".getBytes(StandardCharsets.US_ASCII);

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
        byte[] body =
                Cbor.encode(
                        new CborMap()
                                .put("attempt", attempt)
                                .put("state", state.name())
                                .putIfPresent("code", code)
                                .put("amount", amountMinor)
                                .putIfPresent("transaction", transaction));
        byte[] signature = signer.sign(message(counter, body));
        return Cbor.encode(new CborMap().put("answer", body).put("signature", signature));
    }

    /** Reads an answer and checks that the fleet's key signed it for this counter. */
    public static Answer open(
            byte[] bytes, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        CborMap envelope = Cbor.decode(bytes);
        byte[] body = envelope.bytes("answer");
        if (!check.holds(publicKey, message(counter, body), envelope.bytes("signature"))) {
            throw new MalformedCborException("the signature is wrong");
        }
        CborMap map = Cbor.decode(body);
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

    private static byte[] message(CounterId counter, byte[] body) {
        byte[] message = new byte[CONTEXT.length + CounterId.LENGTH + body.length];
        System.arraycopy(CONTEXT, 0, message, 0, CONTEXT.length);
        System.arraycopy(counter.bytes(), 0, message, CONTEXT.length, CounterId.LENGTH);
        System.arraycopy(body, 0, message, CONTEXT.length + CounterId.LENGTH, body.length);
        return message;
    }
}
