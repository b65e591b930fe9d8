package org.assistcounter.scripts.launcher;

import java.time.Duration;
import java.util.Locale;

/** Where progress is told, a line at a time. */
@FunctionalInterface
public interface Say {

    /** Tells one line. */
    void line(String words);

    /** A time as people say it: 9.1 s. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
