package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * The page of one doubt about a counter.
 *
 * @param messages what was kept of it, newest first
 * @param mayEnd whether the reader may end it
 */
public record OneDoubt(DoubtRow row, Facts facts, List<Message> messages, End end, boolean mayEnd) {

    /** What it means, what the counter does meanwhile, and how it was met. */
    public record Facts(String means, String meanwhile, String reason, String first, String last) {}

    /** A message that was kept. */
    public record Message(long id, String time, String topic, String reason) {}

    /**
     * How it ended.
     *
     * @param at empty while it is open
     * @param by empty when it ended by itself
     */
    public record End(String at, String how, String by, String why) {
        static final End OPEN = new End("", "", "", "");
    }
}
