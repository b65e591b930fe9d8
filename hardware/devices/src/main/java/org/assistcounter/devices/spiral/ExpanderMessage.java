package org.assistcounter.devices.spiral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One access to a register of the expander on its way over a line: a letter, the register, the
 * value, and the XOR of the three. Our own form; what carries it to I2C keeps it as it is.
 */
public record ExpanderMessage(Kind kind, int register, int value) {

    private static final int BYTES = 4;

    /** What is done. */
    public enum Kind {
        WRITE('W'),
        READ('R'),
        ANSWER('A');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Optional<Kind> of(int letter) {
            return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
        }
    }

    /** The four bytes. */
    public byte[] bytes() {
        int check = kind.letter ^ register ^ value;
        return new byte[] {(byte) kind.letter, (byte) register, (byte) value, (byte) check};
    }

    /** Cuts bytes into messages; a byte that begins none is passed over and named. */
    public static final class Reader {

        private byte[] pending = new byte[0];

        /** Bytes that are none, and messages, that these bytes complete. */
        public Readings received(byte[] bytes) {
            byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
            System.arraycopy(bytes, 0, all, pending.length, bytes.length);
            List<ExpanderMessage> messages = new ArrayList<>();
            StringBuilder noise = new StringBuilder();
            int at = 0;
            while (at + BYTES <= all.length) {
                Optional<ExpanderMessage> message = message(all, at);
                message.ifPresent(messages::add);
                if (message.isEmpty()) {
                    noise.append(HexFormat.of().withUpperCase().toHexDigits(all[at]));
                }
                at += message.isPresent() ? BYTES : 1;
            }
            pending = Arrays.copyOfRange(all, at, all.length);
            return new Readings(List.copyOf(messages), noise.toString());
        }

        /** Forgets what was begun. */
        public void forget() {
            pending = new byte[0];
        }

        private static Optional<ExpanderMessage> message(byte[] all, int at) {
            int register = Byte.toUnsignedInt(all[at + 1]);
            int value = Byte.toUnsignedInt(all[at + 2]);
            return Kind.of(all[at])
                    .map(kind -> new ExpanderMessage(kind, register, value))
                    .filter(message -> message.bytes()[BYTES - 1] == all[at + BYTES - 1]);
        }
    }

    /** What bytes gave: messages, and the hexadecimal digits of what is none. */
    public record Readings(List<ExpanderMessage> messages, String noise) {}
}
