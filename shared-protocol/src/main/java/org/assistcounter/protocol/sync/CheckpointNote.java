package org.assistcounter.protocol.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;

/**
 * A checkpoint as a signed note (C2SP signed-note, Ed25519 signature type 1). The body has six
 * lines: origin with counter, seq, hash, epoch, time, and an empty line before the signature.
 */
public final class CheckpointNote {
    private static final String COUNTER_PATH = "/counter/";
    private static final String KEY_PATH = "/checkpoint";
    private static final byte ED25519 = 1;
    private static final int KEY_ID_LENGTH = 4;
    private static final String SIGNATURE_MARK = "— ";
    private static final int BODY_LINES = 5;
    private static final int SIGNATURE_LINE = BODY_LINES + 1;

    private CheckpointNote() {}

    /** The note in its exact text. */
    public static String sign(Checkpoint checkpoint, Signer signer) {
        String body = body(checkpoint);
        String name = checkpoint.origin() + KEY_PATH;
        byte[] signature = signer.sign(body.getBytes(StandardCharsets.UTF_8));
        byte[] blob =
                ByteBuffer.allocate(KEY_ID_LENGTH + signature.length)
                        .put(keyId(name, signer.publicKey()))
                        .put(signature)
                        .array();
        return assembled(body, name, blob);
    }

    private static String assembled(String body, String name, byte[] blob) {
        String signature = Base64.getEncoder().encodeToString(blob);
        return body + "\n" + SIGNATURE_MARK + name + " " + signature + "\n";
    }

    /** Reads a note and checks that this key of this origin signed it. */
    public static Checkpoint open(String note, String origin, byte[] publicKey)
            throws MalformedNoteException {
        return open(note, origin, publicKey, Ed25519::holds);
    }

    /** The same by another check of signatures. */
    public static Checkpoint open(
            String note, String origin, byte[] publicKey, SignatureCheck signatures)
            throws MalformedNoteException {
        List<String> lines = note.lines().toList();
        if (lines.size() != SIGNATURE_LINE + 1 || !lines.get(BODY_LINES).isEmpty()) {
            throw new MalformedNoteException("a checkpoint has a body of 5 lines and a signature");
        }
        Checkpoint checkpoint = parse(lines, origin);
        String name = origin + KEY_PATH;
        byte[] blob = signature(lines.get(SIGNATURE_LINE), name);
        byte[] signature = Arrays.copyOfRange(blob, KEY_ID_LENGTH, blob.length);
        if (!Arrays.equals(Arrays.copyOf(blob, KEY_ID_LENGTH), keyId(name, publicKey))) {
            throw new MalformedNoteException("signed with another key");
        }
        String body = body(checkpoint);
        boolean exact = note.equals(assembled(body, name, blob));
        if (!exact
                || !signatures.holds(publicKey, body.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new MalformedNoteException("the signature is wrong");
        }
        return checkpoint;
    }

    private static Checkpoint parse(List<String> lines, String origin)
            throws MalformedNoteException {
        String prefix = origin + COUNTER_PATH;
        if (!lines.getFirst().startsWith(prefix)) {
            throw new MalformedNoteException("the origin is " + lines.getFirst());
        }
        try {
            return new Checkpoint(
                    origin,
                    new CounterId(lines.getFirst().substring(prefix.length())),
                    Long.parseLong(field(lines.get(3), "epoch ")),
                    Long.parseLong(lines.get(1)),
                    new Hash(Base64.getDecoder().decode(lines.get(2))),
                    Instant.parse(field(lines.get(4), "time ")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedNoteException("a field is wrong: " + e.getMessage());
        }
    }

    private static String field(String line, String prefix) throws MalformedNoteException {
        if (!line.startsWith(prefix)) {
            throw new MalformedNoteException("not a line with " + prefix.strip() + ": " + line);
        }
        return line.substring(prefix.length());
    }

    private static byte[] signature(String line, String name) throws MalformedNoteException {
        String prefix = SIGNATURE_MARK + name + " ";
        if (!line.startsWith(prefix)) {
            throw new MalformedNoteException("not signed by " + name);
        }
        try {
            byte[] blob = Base64.getDecoder().decode(line.substring(prefix.length()));
            if (blob.length == KEY_ID_LENGTH + Ed25519.SIGNATURE_LENGTH) {
                return blob;
            }
            throw new MalformedNoteException("a signature of " + blob.length + " bytes");
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException("the signature is not base64");
        }
    }

    private static String body(Checkpoint checkpoint) {
        return checkpoint.origin()
                + COUNTER_PATH
                + checkpoint.counter().hex()
                + "\n"
                + checkpoint.seq()
                + "\n"
                + Base64.getEncoder().encodeToString(checkpoint.hash().bytes())
                + "\nepoch "
                + checkpoint.epoch()
                + "\ntime "
                + checkpoint.time()
                + "\n";
    }

    private static byte[] keyId(String name, byte[] publicKey) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] digest = Sha256.of(nameBytes, new byte[] {'\n', ED25519}, publicKey);
        return Arrays.copyOf(digest, KEY_ID_LENGTH);
    }
}
