package org.assistcounter.oracles;

/**
 * Something that must never happen has happened. The text says the loss that it would have been.
 */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String oracle;

    Broken(String oracle, String loss) {
        super(oracle + ": " + loss);
        this.oracle = oracle;
    }

    /** Who says so: one of the names that scripts/DESIGN.md lists. */
    public String oracle() {
        return oracle;
    }

    /** "12.80" for 1280. */
    static String money(long minor) {
        long whole = Math.abs(minor);
        return (minor < 0 ? "-" : "") + whole / 100 + (whole % 100 < 10 ? ".0" : ".") + whole % 100;
    }
}
