package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.SignedWord;
import org.assistcounter.protocol.signing.Signer;

/**
 * The fleet does not believe a journal, and a person has to look. It names the record that
 * contradicts what the fleet has: a twin that hears it does not have that record, and a journal
 * that begins anew has none that was ever refused.
 *
 * @param verdict the word of the verdict: {@code fork}, {@code rollback}, {@code damaged}, {@code
 *     wrong-totals}
 * @param reason for people
 */
public record Refusal(String verdict, long seq, Hash hash, String reason) {
    private static final SignedWord WORD = new SignedWord("refusal");

    /** The signed bytes. */
    public byte[] sign(CounterId counter, Signer signer) {
        return WORD.sign(
                new CborMap()
                        .put("verdict", verdict)
                        .put("seq", seq)
                        .put("hash", hash.bytes())
                        .put("reason", reason),
                counter,
                signer);
    }

    /** Reads a refusal and checks that the fleet's key signed it for this counter. */
    public static Refusal open(
            byte[] bytes, CounterId counter, byte[] publicKey, SignatureCheck check)
            throws MalformedCborException {
        CborMap map = WORD.open(bytes, counter, publicKey, check);
        byte[] hash = map.bytes("hash");
        if (hash.length != Hash.LENGTH) {
            throw new MalformedCborException("hash has " + hash.length + " bytes");
        }
        return new Refusal(
                map.text("verdict"),
                map.integer("seq", 0, Long.MAX_VALUE),
                new Hash(hash),
                map.text("reason"));
    }
}
