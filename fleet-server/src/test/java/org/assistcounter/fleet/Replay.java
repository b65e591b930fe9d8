package org.assistcounter.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One deed that is sent again and again.
 *
 * @param sending sends it once more
 * @param effects statements that count what it leaves behind; each counts one more afterwards
 */
record Replay(Supplier<CookieBrowser.Answer> sending, List<String> effects) {

    /** With a line in the audit, and whatever else. */
    static Replay audited(
            Supplier<CookieBrowser.Answer> sending, String action, String subject, String... more) {
        String lines =
                "select count(*) from audit where action = '%s' and subject = '%s'"
                        .formatted(action, subject);
        return new Replay(sending, all(lines, more));
    }

    /** Without one, since nobody of ours does it. */
    static Replay of(Supplier<CookieBrowser.Answer> sending, String effect, String... more) {
        return new Replay(sending, all(effect, more));
    }

    private static List<String> all(String one, String... more) {
        return Stream.concat(Stream.of(one), Arrays.stream(more)).toList();
    }
}
