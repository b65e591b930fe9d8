package org.assistcounter.counter.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the counter's keys, asks the fleet for a certificate with a one-time token, and keeps what
 * the fleet answers. When the answer was lost, asking again with the same keys makes the same
 * counter.
 */
final class Enrolment {
    private final Path folder;

    Enrolment(Path data) {
        this.folder = Identity.folder(data);
    }

    /** Enrols, unless that was done before. */
    void run(URI server, String token)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (Files.exists(folder.resolve(Identity.ENROLMENT))) {
            System.out.println(
                    "already enrolled: " + folder + "; the word renew gives it other keys");
            return;
        }
        DurableFile.folder(folder);
        IdentityKeys keys = IdentityKeys.keptIn(folder);
        JsonNode answer = new EnrolmentCall(server).ask(EnrolmentCall.request(token, keys));
        keepPictures(answer.path("pictures"));
        ((ObjectNode) answer).remove("pictures");
        DurableFile.write(
                folder.resolve(Identity.ENROLMENT), answer.toPrettyString(), DurableFile.READABLE);
        System.out.println("enrolled as " + answer.path("label").asString());
    }

    private void keepPictures(JsonNode pictures) throws IOException {
        Path kept = folder.resolve(Identity.PICTURES);
        Files.createDirectories(kept);
        Set<Map.Entry<String, JsonNode>> all = pictures.properties();
        for (Map.Entry<String, JsonNode> picture : all) {
            if (!picture.getKey().matches("[a-z0-9-]{1,60}\\.svg")) {
                throw new SettingsException("a picture has the name " + picture.getKey());
            }
            Files.writeString(kept.resolve(picture.getKey()), picture.getValue().asString());
        }
    }
}
