package org.assistcounter.simulators.scanner;

/** What somebody at the bench can do to the scanner. */
public sealed interface ScannerTrick {

    /** A code passes by once. */
    record Show(String text) implements ScannerTrick {}

    /** A code is held there for so long; a scanner in continuous mode repeats it. */
    record Hold(String text, long millis) implements ScannerTrick {}

    /** The next code comes in two portions with so much time between. */
    record SplitNext(long millis) implements ScannerTrick {}

    /** The next code comes so much later. */
    record DelayNext(long millis) implements ScannerTrick {}

    /** A control byte gets into the next code. */
    record NoiseNext() implements ScannerTrick {}

    /** The next code comes without its end. */
    record OmitEndNext() implements ScannerTrick {}

    /** The next code is lost. */
    record LoseNext() implements ScannerTrick {}
}
