package org.assistcounter.protocol.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;

/**
 * A public key with its name and purpose, as C2SP signed-note writes it: {@code name+id+key}.
 *
 * @param publicKey the raw key in a value that compares by its bytes
 */
public record NoteKey(String name, Purpose purpose, Hash publicKey) {

    private static final int ID_LENGTH = 4;
    private static final int PARTS = 3;

    /** What the key signs. */
    public enum Purpose {
        /** A note's text: type 1. */
        NOTE(1),
        /** A cosignature of a tree head with its time: type 4. */
        COSIGNATURE(4);

        private final byte type;

        Purpose(int type) {
            this.type = (byte) type;
        }
    }

    /** Refuses names that a note cannot hold. */
    public NoteKey {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(NoteKey::isSpace)) {
            throw new IllegalArgumentException("a key's name has no space and no plus: " + name);
        }
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter < ' ';
    }

    /** The key of a log, or of whoever signs notes. */
    public static NoteKey ofNotes(String name, byte[] publicKey) {
        return new NoteKey(name, Purpose.NOTE, new Hash(publicKey));
    }

    /** The key of a witness. */
    public static NoteKey ofWitness(String name, byte[] publicKey) {
        return new NoteKey(name, Purpose.COSIGNATURE, new Hash(publicKey));
    }

    /** The four bytes before a signature. */
    byte[] id() {
        byte[] digest =
                Sha256.of(
                        name.getBytes(StandardCharsets.UTF_8),
                        new byte[] {'\n', purpose.type},
                        publicKey.bytes());
        return Arrays.copyOf(digest, ID_LENGTH);
    }

    boolean holds(byte[] message, byte[] signature) {
        return Ed25519.holds(publicKey.bytes(), message, signature);
    }

    /** The text that people give each other. */
    public String text() {
        byte[] typed = new byte[1 + Hash.LENGTH];
        typed[0] = purpose.type;
        System.arraycopy(publicKey.bytes(), 0, typed, 1, Hash.LENGTH);
        String key = Base64.getEncoder().encodeToString(typed);
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + key;
    }

    /** Reads that text; a slip of the pen shows in the id. */
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", PARTS);
        byte[] typed = parts.length == PARTS ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Hash.LENGTH) {
            throw new IllegalArgumentException("a key is name+id+base64, not " + text);
        }
        Hash raw = new Hash(Arrays.copyOfRange(typed, 1, typed.length));
        for (Purpose purpose : Purpose.values()) {
            if (purpose.type == typed[0]) {
                NoteKey key = new NoteKey(parts[0], purpose, raw);
                if (HexFormat.of().formatHex(key.id()).equals(parts[1])) {
                    return key;
                }
                throw new IllegalArgumentException("the id does not belong to the key " + text);
            }
        }
        throw new IllegalArgumentException("a key of type " + typed[0] + " is not known");
    }
}
