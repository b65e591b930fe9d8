package org.assistcounter.fuzzing;

import java.nio.ByteBuffer;

/** Bytes as a course of events: what comes on a line, how much time passes, what is wanted. */
final class Script {
    private static final int STEPS_MAX = 200;

    private final ByteBuffer in;
    private int steps;

    Script(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** What happens next. */
    sealed interface Step {

        /** Bytes come. */
        record Bytes(ByteBuffer bytes) implements Step {
            byte[] copy() {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                return copy;
            }
        }

        /** Time passes. */
        record Pause(long millis) implements Step {}

        /** The owner, or somebody at the other end, does one of the things there are. */
        record Wish(int number) implements Step {}
    }

    boolean goesOn() {
        return in.hasRemaining() && steps < STEPS_MAX;
    }

    Step next() {
        steps++;
        int word = Byte.toUnsignedInt(in.get());
        return switch (word & 7) {
            case 5 -> new Step.Pause((word >> 3) * 20L);
            case 6 -> new Step.Pause((word >> 3) * 1_000L);
            case 7 -> new Step.Wish(word >> 3);
            default -> {
                int count = Math.min(word >> 2, in.remaining());
                ByteBuffer bytes = in.slice(in.position(), count);
                in.position(in.position() + count);
                yield new Step.Bytes(bytes);
            }
        };
    }
}
