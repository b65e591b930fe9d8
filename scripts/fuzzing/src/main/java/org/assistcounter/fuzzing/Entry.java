package org.assistcounter.fuzzing;

/** What Jazzer calls, again and again; which border it is, a property says. */
public final class Entry {
    static final String PROPERTY = "assistcounter.fuzzing.target";
    private static final Target TARGET = Targets.named(System.getProperty(PROPERTY, ""));

    private Entry() {}

    /** Loads the classes before the time of an input is taken. */
    public static void fuzzerInitialize() throws Exception {
        for (byte[] sample : TARGET.samples()) {
            TARGET.take(sample);
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.take(input);
    }
}
