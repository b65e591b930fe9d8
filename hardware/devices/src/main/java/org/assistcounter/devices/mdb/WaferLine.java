package org.assistcounter.devices.mdb;

import java.util.List;

/** One line of the box, read. */
sealed interface WaferLine {

    /** {@code 00}: the reader took the command. */
    record Acknowledged() implements WaferLine {}

    /** {@code FF}: the reader did not take the command, or did not answer. */
    record NotTaken() implements WaferLine {}

    /** The reader answered the command with data at once. */
    record Answered(List<ReaderMessage> messages) implements WaferLine {}

    /** The box's own poll brought data. */
    record Polled(List<ReaderMessage> messages) implements WaferLine {}

    /** Another device on the same bus said something. */
    record OfOtherDevice() implements WaferLine {}

    /** A session in the form of another level than agreed on. */
    record OfOtherLevel(String hex) implements WaferLine {}

    /** Not a line of the box. */
    record Unusable(String hex, Malformed reason) implements WaferLine {}
}
