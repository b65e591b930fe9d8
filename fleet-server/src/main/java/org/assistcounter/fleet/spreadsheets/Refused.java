package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;

/** Ends the reading of a file from within its streams; never leaves this package. */
final class Refused extends IOException {

    private final String word;

    Refused(String word, String detail) {
        super(detail);
        this.word = word;
    }

    Unreadable told() {
        String detail = getMessage();
        return new Unreadable(word, detail == null ? "" : detail);
    }
}
