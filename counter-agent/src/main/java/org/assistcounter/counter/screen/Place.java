package org.assistcounter.counter.screen;

import java.time.LocalDateTime;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;

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
        LongFunction<LocalDateTime> local) {}
