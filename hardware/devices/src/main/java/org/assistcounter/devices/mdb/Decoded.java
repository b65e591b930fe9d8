package org.assistcounter.devices.mdb;

import java.util.function.Function;

/** What decoding gives: a message, or the named reason why there is none. */
public sealed interface Decoded<T> {

    /** The bytes are a message. */
    record Understood<T>(T value) implements Decoded<T> {}

    /** The bytes are no message. */
    record Refused<T>(Malformed reason) implements Decoded<T> {}

    /** Decodes further what was understood so far. */
    default <R> Decoded<R> then(Function<T, Decoded<R>> next) {
        return switch (this) {
            case Understood<T>(var value) -> next.apply(value);
            case Refused<T>(var reason) -> new Refused<>(reason);
        };
    }
}
