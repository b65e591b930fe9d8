package org.assistcounter.devices.board;

/** What the bytes of a line give: a message, or bytes that are none and why. */
public sealed interface BoardReading {

    /** A sound frame with a known content. */
    record Said(BoardMessage message) implements BoardReading {}

    /** Not a message. */
    record Unusable(String hex, BoardFault fault) implements BoardReading {}
}
