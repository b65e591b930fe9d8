package org.assistcounter.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to bytes on the way from a device to its driver. */
final class Spoiler {
    private final SplittableRandom random;
    private final UnaryOperator<byte[]> traced;
    private @Nullable Spoiling next;

    /** What happens to the next bytes on a wire. */
    enum Spoiling {
        BYTE_LOST,
        TWICE
    }

    Spoiler(SplittableRandom random, UnaryOperator<byte[]> traced) {
        this.random = random;
        this.traced = traced;
    }

    void next(Spoiling spoiling) {
        next = spoiling;
    }

    byte[] heard(byte[] bytes) {
        Spoiling spoiling = next;
        next = null;
        return traced.apply(spoilt(bytes, spoiling));
    }

    private byte[] spoilt(byte[] bytes, @Nullable Spoiling spoiling) {
        return switch (spoiling) {
            case null -> bytes;
            case TWICE -> {
                byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
                System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
                yield twice;
            }
            case BYTE_LOST -> {
                int lost = random.nextInt(bytes.length);
                byte[] rest = Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, lost + 1, rest, lost, rest.length - lost);
                yield rest;
            }
        };
    }
}
