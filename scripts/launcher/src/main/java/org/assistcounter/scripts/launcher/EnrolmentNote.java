package org.assistcounter.scripts.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * A counter keeps the broker's address from its enrolment, so a moved broker would not be found.
 */
final class EnrolmentNote {

    private EnrolmentNote() {}

    static void refuseOtherBroker(Path enrolment, int mqttPort) {
        if (!Files.exists(enrolment)) {
            return;
        }
        int enrolled =
                JsonMapper.shared()
                        .readTree(DataFolder.read(enrolment))
                        .path("mqtt")
                        .path("port")
                        .asInt(mqttPort);
        if (enrolled != mqttPort) {
            throw new Refusal(
                    "The counter in this data was enrolled with its broker on port %d. Say"
                                    .formatted(enrolled)
                            + " --mqtt-port "
                            + enrolled
                            + ", or use another --data.");
        }
    }
}
