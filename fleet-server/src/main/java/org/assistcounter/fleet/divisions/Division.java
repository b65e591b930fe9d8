package org.assistcounter.fleet.divisions;

/**
 * One code of GB/T 2260 and what it stands for. A code that stood for several places one after the
 * other has the name of the last.
 *
 * @param en the romanised name without "County" or "District"; empty where the file has none
 * @param fromYear the year in which the code began; 0 when that was before the file's first edition
 * @param endedYear the year in which the code ended and until which it holds; 0 while it is in use
 * @param successor the code that took its place; empty when there is none or nobody can say
 */
public record Division(
        String code, String zh, String en, int fromYear, int endedYear, String successor) {

    public Division {
        if (!Divisions.isCode(code)) {
            throw new IllegalArgumentException("a division code has six digits, not " + code);
        }
        if (zh.isBlank()) {
            throw new IllegalArgumentException("division " + code + " has no name");
        }
        if (endedYear != 0 && endedYear < fromYear) {
            throw new IllegalArgumentException("division " + code + " ended before it began");
        }
    }

    public Level level() {
        return Divisions.level(code);
    }

    public boolean isCurrent() {
        return endedYear == 0;
    }

    /** Whether a division lies in this one or is this one, by their codes alone. */
    public boolean contains(String other) {
        return Divisions.covers(code, other);
    }
}
