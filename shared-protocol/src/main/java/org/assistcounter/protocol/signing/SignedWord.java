package org.assistcounter.protocol.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;

/**
 * A word of the fleet to one counter. The body's exact bytes are signed together with what kind of
 * word it is and the counter's id, so that none can be used as another or at another counter.
 *
 * @param kind the name of the body in the envelope
 */
public record SignedWord(String kind) {
    private static final String SIGNATURE = "signature";

    /** The body in its envelope, by the fleet's key. */
    public byte[] sign(CborMap body, CounterId counter, Signer signer) {
        byte[] bytes = Cbor.encode(body);
        return enveloped(bytes, signer.sign(message(counter, bytes)));
    }

    /** The body, when this key signed it for this counter. */
    public CborMap open(byte[] word, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        return Cbor.decode(require(word, counter, publicKey, check));
    }

    /** The body's bytes, when this key signed them for this counter. */
    public byte[] require(byte[] word, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        CborMap envelope = Cbor.decode(word);
        byte[] bytes = envelope.bytes(kind);
        if (!check.holds(publicKey, message(counter, bytes), envelope.bytes(SIGNATURE))) {
            throw new MalformedCborException("the signature is wrong");
        }
        return bytes;
    }

    /** The body's bytes, whoever signed them; of an envelope that holds nothing else. */
    public byte[] body(byte[] word) throws MalformedCborException {
        CborMap envelope = Cbor.decode(word);
        byte[] bytes = envelope.bytes(kind);
        byte[] signature = envelope.bytes(SIGNATURE);
        if (signature.length != Ed25519.SIGNATURE_LENGTH
                || !Arrays.equals(enveloped(bytes, signature), word)) {
            throw new MalformedCborException("not a body and its signature alone");
        }
        return bytes;
    }

    private byte[] enveloped(byte[] body, byte[] signature) {
        return Cbor.encode(new CborMap().put(kind, body).put(SIGNATURE, signature));
    }

    private byte[] message(CounterId counter, byte[] body) {
        byte[] context = ("ACJ1-" + kind + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[context.length + CounterId.LENGTH + body.length];
        System.arraycopy(context, 0, message, 0, context.length);
        System.arraycopy(counter.bytes(), 0, message, context.length, CounterId.LENGTH);
        System.arraycopy(body, 0, message, context.length + CounterId.LENGTH, body.length);
        return message;
    }
}
