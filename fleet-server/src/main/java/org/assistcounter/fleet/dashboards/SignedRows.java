package org.assistcounter.fleet.dashboards;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.assistcounter.fleet.signatures.SignatureProgress;

/** Draws how far signatures were looked at. */
final class SignedRows {
    private static final long ALL_PERCENT = 100;

    private SignedRows() {}

    static Doubted.Signed of(SignatureProgress progress, Words words, Locale locale) {
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        Instant oldest = progress.oldestSince();
        return new Doubted.Signed(
                state(progress, words),
                progress.records() == 0
                        ? ALL_PERCENT
                        : progress.checked() * ALL_PERCENT / progress.records(),
                number.format(progress.checked()),
                number.format(progress.records()),
                number.format(progress.debt()),
                number.format(progress.bad()),
                oldest == null ? words.say("signed.none-waits") : words.age(oldest),
                number.format(progress.perSecond()));
    }

    private static State state(SignatureProgress progress, Words words) {
        if (progress.bad() > 0) {
            return State.bad(words.say("signed.some-bad"));
        }
        return progress.debt() == 0
                ? State.good(words.say("signed.all"))
                : State.watch(words.say("signed.under-way"));
    }
}
