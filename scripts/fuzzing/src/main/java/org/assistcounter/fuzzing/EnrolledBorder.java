package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assistcounter.counter.agent.Identity;
import org.assistcounter.counter.agent.SettingsException;

/** What enrolment left on the card, from which every start reads who the counter is. */
final class EnrolledBorder {
    private static final Path NOWHERE = Path.of("identity");

    private static final String ENROLLED =
            """
            {"counterId": "000102030405060708090a0b0c0d0e0f", "label": "XA-0001",
             "zone": "Asia/Shanghai", "site": {"zh": "西安", "en": "Xi'an"},
             "fleetOrigin": "fleet.example", "checkpointKey": "AAAA", "answerKey": "AAAA",
             "certificate": "pem", "caCertificate": "pem",
             "mqtt": {"host": "fleet.example", "port": 8883},
             "shelf": {"revision": 1, "currency": "CNY",
              "products": [{"code": "apple", "name": {"zh": "苹果", "en": "Apple"},
               "category": "fruit", "county": {"code": "610429", "zh": "旬邑县", "en": "Xunyi"},
               "packing": {"weightGrams": 480, "shelfLifeDays": 60, "chilled": true},
               "story": {"zh": "故事", "en": "A story"}, "supplier": {"zh": "社", "en": "Coop"},
               "picture": "apple.svg"}],
              "slots": [{"slot": 11, "place": {"row": 1, "column": 1, "compartment": 1},
               "product": "apple", "priceMinor": 990, "capacity": 8, "loaded": 8,
               "lot": {"number": "L1", "harvested": "2026-11-01", "bestBefore": "2036-12-31"}}]}}
            """;

    private EnrolledBorder() {}

    /** A start is refused in words, or has all that it reads. */
    static void take(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Identity identity = Identity.of(NOWHERE, text, Notes.KEY);
            identity.requireUsable();
            Identity again = Identity.of(NOWHERE, text, Notes.KEY);
            Require.same(again.shelf(), identity.shelf(), "a file says one thing");
            Require.same(again.counter(), identity.counter(), "a file is of one counter");
        } catch (SettingsException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static List<byte[]> samples() {
        return Samples.texts(ENROLLED);
    }
}
