package org.assistcounter.counter.screen;

import java.time.LocalDateTime;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the screen says about the counter itself.
 *
 * @param label printed on the cabinet
 * @param help where a shopper asks for help with a phone
 * @param benchUrl where the simulated hardware is worked by hand; null at a real counter
 * @param today the site's date as the counter believes it
 * @param local a moment of the wall clock in the site's zone
 */
public record Place(
        String label,
        Bilingual site,
        HelpPage help,
        @Nullable String benchUrl,
        Supplier<String> today,
        LongFunction<LocalDateTime> local) {

    /** What every view has of it. */
    void write(ObjectNode view) {
        view.put("today", today.get());
        ObjectNode counter = view.putObject("counter").put("label", label);
        counter.putObject("site").put("zh", site.zh()).put("en", site.en());
        view.putObject("help")
                .put("url", help.url())
                .put("qrSvgPath", help.qrSvgPath())
                .put("qrSize", help.qrSize());
        if (benchUrl != null) {
            view.putObject("demonstration").put("benchUrl", benchUrl);
        }
    }
}
