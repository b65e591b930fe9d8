package org.assistcounter.devices.line;

import java.util.List;

/**
 * What one call of a driver brings about: writes to the line in order, and events for the owner.
 */
public record LineOutput<E>(List<byte[]> sends, List<E> events) {

    /** All that has gathered; the lists are empty then. */
    public static <E> LineOutput<E> drained(List<byte[]> sends, List<E> events) {
        LineOutput<E> output = new LineOutput<>(List.copyOf(sends), List.copyOf(events));
        sends.clear();
        events.clear();
        return output;
    }

    /** Nothing to send, nothing to tell. */
    public static <E> LineOutput<E> none() {
        return new LineOutput<>(List.of(), List.of());
    }
}
