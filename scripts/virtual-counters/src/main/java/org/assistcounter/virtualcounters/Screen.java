package org.assistcounter.virtualcounters;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Shows how far a run is: one line that changes on a terminal, now and then a line elsewhere. */
final class Screen {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final boolean isTerminal;
    private long lastNanos = System.nanoTime() - PAUSE_NANOS;
    private int shown;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Something that stays. */
    void line(String text) {
        clear();
        out.println(text);
    }

    /** Something that is true for a moment. */
    void progress(String text) {
        if (isTerminal) {
            clear();
            out.print(text);
            out.flush();
            shown = text.length();
        } else if (System.nanoTime() - lastNanos > PAUSE_NANOS) {
            lastNanos = System.nanoTime();
            out.println(text);
        }
    }

    private void clear() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
