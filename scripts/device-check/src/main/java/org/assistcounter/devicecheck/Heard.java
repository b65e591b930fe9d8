package org.assistcounter.devicecheck;

/** What a device said, in words, and what that makes of it. */
record Heard(String words, Standing standing) {

    /** How a device stands. */
    enum Standing {
        /** It answers as it should. */
        GOOD,
        /** It does not answer, or says that something is wrong. */
        BAD,
        /** It said something that changes nothing. */
        SAME
    }

    static Heard good(String words) {
        return new Heard(words, Standing.GOOD);
    }

    static Heard bad(String words) {
        return new Heard(words, Standing.BAD);
    }

    static Heard same(String words) {
        return new Heard(words, Standing.SAME);
    }
}
