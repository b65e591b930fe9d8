package org.assistcounter.devices.scanner;

/** What a sale asks of a scanner. */
public sealed interface ScannerCommand {

    /** A code is wanted from now on; what was begun before is not it. */
    record Await() implements ScannerCommand {}

    /** No code is wanted; what comes is forgotten unread. */
    record Ignore() implements ScannerCommand {}
}
