package org.assistcounter.protocol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.MalformedNoteException;

/**
 * A witness's word that up to this time it has seen no other log than the one that this head
 * continues: cosignature/v1 of C2SP tlog-cosignature.
 */
public final class Cosignature {

    private Cosignature() {}

    /** The line under the head. */
    public static SignedNote.Line sign(TreeHead head, Instant time, String name, Signer signer) {
        long seconds = time.getEpochSecond();
        byte[] signature = signer.sign(message(head.text(), seconds));
        byte[] stamped =
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array();
        return SignedNote.Line.of(NoteKey.ofWitness(name, signer.publicKey()), stamped);
    }

    /** When this witness signed this text. */
    public static Instant check(SignedNote.Line line, String text, NoteKey witness)
            throws MalformedNoteException {
        byte[] stamped = line.signature();
        if (!line.isBy(witness) || stamped.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            throw new MalformedNoteException("not a cosignature by " + witness.name());
        }
        long seconds = ByteBuffer.wrap(stamped).getLong();
        byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
        if (seconds < 0 || !witness.holds(message(text, seconds), signature)) {
            throw new MalformedNoteException("the cosignature is wrong");
        }
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    private static byte[] message(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
