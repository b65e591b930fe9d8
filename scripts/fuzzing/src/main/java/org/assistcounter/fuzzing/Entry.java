package org.assistcounter.fuzzing;

/** What Jazzer calls, again and again; which border it is, a property says. */
public final class Entry {
    static final String PROPERTY = "assistcounter.fuzzing.target";
    private static final Target TARGET = Target.named(System.getProperty(PROPERTY, ""));

    private Entry() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.take(input);
    }
}
