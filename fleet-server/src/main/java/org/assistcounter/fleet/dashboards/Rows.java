package org.assistcounter.fleet.dashboards;

/** The lines of the pages' tables, in words. */
public final class Rows {

    private Rows() {}

    /**
     * A sale.
     *
     * @param key names the row for good, so that a new one is seen to be new
     */
    public record Sale(
            String key,
            String receipt,
            When when,
            Goods goods,
            String counter,
            String way,
            Paid paid) {}

    /** A moment for people and for machines. */
    public record When(String words, String at) {}

    /** What was sold, and the county it is from. */
    public record Goods(String name, String county) {}

    /** How much, and what became of it. */
    public record Paid(String amount, State state) {}

    /** A counter. */
    public record Line(
            String label, String site, State state, String seen, long seq, Filled filled) {}

    /** What lies in a counter. */
    public record Filled(long total, long empty, long off) {}

    /**
     * Something that somebody has to do.
     *
     * @param link where to look into it
     */
    public record Task(State state, About about, String link, String age, Claim claim) {}

    /** What has happened, and to which goods or counter; the latter empty if to none. */
    public record About(String what, String where) {}

    /** What a task is about in money, who owns it and which receipt it is; empty if nothing. */
    public record Claim(String amount, String owner, String code) {
        static final Claim NONE = new Claim("", "", "");
    }

    /** A message or record that was not accepted. */
    public record Refusal(String key, String time, String counter, State verdict, String reason) {}

    /** An account and what it holds. */
    public record Account(String name, String meaning, String amount) {}
}
