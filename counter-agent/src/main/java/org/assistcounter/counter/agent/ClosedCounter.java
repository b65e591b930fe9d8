package org.assistcounter.counter.agent;

import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.screen.Screen;
import org.assistcounter.counter.screen.ScreenServer;

/**
 * A counter whose journal is damaged. It shows the closed page until it is stopped, so that a
 * supervisor does not start it again and again. No line is opened, so no reader takes money and no
 * motor turns, and nothing is written to the journal.
 */
record ClosedCounter(Screen screen, ScreenServer server) {
    private static final System.Logger LOG = System.getLogger(ClosedCounter.class.getName());
    private static final String REASON = "damaged";

    void show(JournalDamaged damage) {
        LOG.log(
                System.Logger.Level.ERROR,
                "The journal is damaged and stays as it is; nothing is sold. Keep the card, export"
                        + " what can be read, have it verified, and enrol the counter anew.",
                damage);
        screen.closeFor(REASON);
        System.out.println(
                "closed (%s): screen at http://localhost:%d"
                        .formatted(damage.getMessage(), server.port()));
    }
}
