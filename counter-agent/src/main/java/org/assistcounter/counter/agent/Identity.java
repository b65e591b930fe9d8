package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who this counter is, from the files that enrolment left in its data folder. Its two private keys
 * were made here and have never left it.
 *
 * @param enrolment the fleet's answer, as it was given
 */
record Identity(Path folder, JsonNode enrolment, Ed25519 journalKey) {
    static final String ENROLMENT = "enrolment.json";
    static final String JOURNAL_KEY = "journal.key";
    static final String TLS_KEY = "tls-key.pem";
    static final String PICTURES = "pictures";

    /** A shelf from before there was cooling says nothing of it, which means none. */
    private static final JsonMapper SHELVES =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    static Identity read(Path data) throws IOException {
        Path folder = folder(data);
        if (!Files.exists(folder.resolve(ENROLMENT))) {
            throw new SettingsException(
                    "this counter is not enrolled: there is no " + folder.resolve(ENROLMENT));
        }
        return new Identity(
                folder,
                JsonMapper.shared().readTree(Files.readString(folder.resolve(ENROLMENT))),
                journalKey(folder));
    }

    static Ed25519 journalKey(Path folder) throws IOException {
        String base64 = Files.readString(folder.resolve(JOURNAL_KEY)).strip();
        return new Ed25519(Base64.getDecoder().decode(base64));
    }

    static Path folder(Path data) {
        return data.resolve("identity");
    }

    CounterId counter() {
        return new CounterId(text("counterId"));
    }

    String label() {
        return text("label");
    }

    Bilingual site() {
        JsonNode site = enrolment.path("site");
        return new Bilingual(site.path("zh").asString(), site.path("en").asString());
    }

    String text(String field) {
        JsonNode value = enrolment.path(field);
        if (!value.isString()) {
            throw new SettingsException("the enrolment has no " + field);
        }
        return value.asString();
    }

    byte[] key(String field) {
        return Base64.getDecoder().decode(text(field));
    }

    String brokerUri() {
        JsonNode mqtt = enrolment.path("mqtt");
        return "ssl://" + mqtt.path("host").asString() + ":" + mqtt.path("port").asInt();
    }

    ShelfRelease shelf() {
        return SHELVES.treeToValue(enrolment.path("shelf"), ShelfRelease.class);
    }

    Path pictures() {
        return folder.resolve(PICTURES);
    }
}
