package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** A text and the signatures under it (C2SP signed-note; cosignatures of C2SP tlog-cosignature). */
record Note(String text, List<Line> lines) {

    private static final int ID_SIZE = 4;
    private static final String MARK = "\u2014 ";

    /** A signature line: whose, and base64 of the key's id and the signature. */
    record Line(String name, String blob) {}

    /** A key as people write it: name, id and type with key. */
    record Key(String name, int type, String hex) {
        static final int TEXT = 1;
        static final int COSIGNATURE = 4;

        static Key parse(String text) throws MalformedException {
            String[] parts = text.split("\\+", 3);
            if (parts.length == 3) {
                byte[] typed = StrictBase64.decode(parts[2]);
                if (typed.length == 1 + Ed25519.PUBLIC_KEY_SIZE) {
                    String hex = HexFormat.of().formatHex(typed, 1, typed.length);
                    Key key = new Key(parts[0], typed[0], hex);
                    if (HexFormat.of().formatHex(key.id()).equals(parts[1])) {
                        return key;
                    }
                }
            }
            throw new MalformedException("not a key of the form name+id+key: " + text);
        }

        byte[] raw() {
            return HexFormat.of().parseHex(hex);
        }

        private byte[] id() {
            byte[] digest =
                    Hashes.sha256(
                            name.getBytes(StandardCharsets.UTF_8),
                            new byte[] {'\n', (byte) type},
                            raw());
            return Arrays.copyOf(digest, ID_SIZE);
        }
    }

    static Note parse(String note) throws MalformedException {
        int cut = note.lastIndexOf("\n\n");
        if (cut <= 0 || note.length() <= cut + 2 || !note.endsWith("\n")) {
            throw new MalformedException("a note is a text, an empty line and signatures");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(cut + 2, note.length() - 1).split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length != 3 || !line.startsWith(MARK)) {
                throw new MalformedException("not a signature line: " + line);
            }
            lines.add(new Line(words[1], words[2]));
        }
        return new Note(note.substring(0, cut + 1), List.copyOf(lines));
    }

    /** Whether the key signed the text. */
    boolean isSignedBy(Key key) throws MalformedException {
        byte[] signature = signature(key, Ed25519.SIGNATURE_SIZE);
        return signature != null && holds(key, text.getBytes(StandardCharsets.UTF_8), signature);
    }

    /** When the witness cosigned the text; null when it did not. */
    @Nullable Instant cosignedBy(Key witness) throws MalformedException {
        byte[] stamped = signature(witness, Long.BYTES + Ed25519.SIGNATURE_SIZE);
        if (stamped == null) {
            return null;
        }
        long seconds = ByteBuffer.wrap(stamped).getLong();
        String message = "cosignature/v1\ntime " + seconds + "\n" + text;
        byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
        boolean holds = holds(witness, message.getBytes(StandardCharsets.UTF_8), signature);
        if (!holds || seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new MalformedException("the cosignature of " + witness.name() + " is wrong");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private byte @Nullable [] signature(Key key, int size) throws MalformedException {
        for (Line line : lines) {
            byte[] blob = StrictBase64.decode(line.blob());
            boolean own =
                    line.name().equals(key.name())
                            && blob.length == ID_SIZE + size
                            && Arrays.equals(blob, 0, ID_SIZE, key.id(), 0, ID_SIZE);
            if (own) {
                return Arrays.copyOfRange(blob, ID_SIZE, blob.length);
            }
        }
        return null;
    }

    private static boolean holds(Key key, byte[] message, byte[] signature) {
        byte[] raw = key.raw();
        return Ed25519.validatePublicKeyFull(raw, 0)
                && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }

    /** The size and root that a tree head's text tells. */
    static TreeProof.Head treeHead(String text, String origin) throws MalformedException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[0].equals(origin) || !lines[3].isEmpty()) {
            throw new MalformedException("not a tree head of " + origin);
        }
        byte[] root = StrictBase64.decode(lines[2]);
        if (root.length != 32 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedException("a tree head has a size and a root");
        }
        return new TreeProof.Head(Long.parseLong(lines[1]), HexFormat.of().formatHex(root));
    }
}
