package org.assistcounter.devices.line;

/**
 * One device's wire protocol, without input or output of its own: bytes, commands and time go in,
 * bytes and events come out. A driver holds state but reads no clock and starts no thread, so the
 * same class runs on a real line, on a TCP line and in virtual time. One thread calls it.
 *
 * @param <C> what may be asked of the device
 * @param <E> what the device says
 */
public interface LineDriver<C, E> {

    /** The line is open; nothing has been sent or received on it yet. */
    LineOutput<E> opened(long nowMillis);

    /** The line is gone; what was under way has no answer. */
    LineOutput<E> closed(long nowMillis);

    /** Bytes arrived, in any portions. */
    LineOutput<E> received(byte[] bytes, long nowMillis);

    /** The owner asks for something. */
    LineOutput<E> commanded(C command, long nowMillis);

    /** The deadline has passed. */
    LineOutput<E> elapsed(long nowMillis);

    /** When to call {@link #elapsed}, on the clock of the other calls; Long.MAX_VALUE for never. */
    long deadlineMillis();
}
