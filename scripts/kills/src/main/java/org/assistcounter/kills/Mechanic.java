package org.assistcounter.kills;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assistcounter.scripts.launcher.Demonstration;
import org.assistcounter.scripts.launcher.Refusal;
import org.assistcounter.scripts.launcher.Shopper;
import tools.jackson.databind.JsonNode;

/** The technician, who switches on what jammed and what could not be proven. */
final class Mechanic {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Mechanic() {}

    /** Switches every slot on that is off. */
    static void mend(Stage stage) {
        try (Shopper technician = stage.shopper()) {
            technician.browse();
            technician.intend("service", Map.of());
            technician.awaitKind("keypad");
            technician.intend("code", Map.of("digits", Demonstration.SERVICE_CODE));
            JsonNode page = technician.awaitKind("service");
            for (int slot : off(page)) {
                technician.intend("mended", Map.of("slot", slot));
                technician.await(
                        "slot " + slot + " switched on", SOON, view -> !off(view).contains(slot));
            }
            technician.intend("sign-out", Map.of());
            technician.awaitKind("browse");
        }
    }

    private static List<Integer> off(JsonNode page) {
        if (!page.path("kind").asString("").equals("service")) {
            throw new Refusal("the service page is gone");
        }
        return page.path("slots").valueStream().map(slot -> slot.path("slot").asInt()).toList();
    }
}
