package org.assistcounter.devices.scanner;

/** What a scanner tells its owner. */
public sealed interface ScannerEvent {

    /** The line is open. A serial scanner says nothing of itself until it sees a code. */
    record ScannerReady() implements ScannerEvent {}

    /** The line is gone; a code may have been shown to nobody. */
    record ScannerLost(String reason) implements ScannerEvent {}

    /**
     * An awaited code, told once however often the scanner repeats it. A payment code is money, so
     * its words show the length and the first two characters only.
     */
    record CodeScanned(String text) implements ScannerEvent {

        private static final int SHOWN = 2;

        @Override
        public String toString() {
            String head = text.substring(0, Math.min(SHOWN, text.length() / 2));
            return "CodeScanned[" + head + ".., " + text.length() + " characters]";
        }
    }

    /** Bytes that are no code, while one was awaited. How many, never which: it may be half one. */
    record Garbled(ScannerFault fault, int byteCount) implements ScannerEvent {}
}
