package org.assistcounter.powercuts;

/** What the shipped store made of an image. */
record Verdict(Kind kind, String what) {
    static final Verdict SOUND = new Verdict(Kind.SOUND, "");

    /** From best to worst. */
    enum Kind {
        SOUND,
        /** Records that were acknowledged are not there. */
        LOST,
        /** The records that are there are not the ones that were written. */
        WRONG,
        /** The journal cannot be opened, read or gone on with. */
        REFUSED
    }

    boolean isSound() {
        return kind == Kind.SOUND;
    }
}
