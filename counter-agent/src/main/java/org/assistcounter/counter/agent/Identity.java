package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who this counter is, from the files that enrolment left in its data folder. Its two private keys
 * were made here and have never left it.
 *
 * @param enrolment the fleet's answer, as it was given
 */
public record Identity(Path folder, JsonNode enrolment, Ed25519 journalKey) {
    static final String ENROLMENT = "enrolment.json";
    static final String JOURNAL_KEY = "journal.key";
    static final String TLS_KEY = "tls-key.pem";
    static final String PICTURES = "pictures";

    /** In which folder its keys are, since they were renewed on this card. */
    static final String KEYS = "keys";

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
        JsonNode enrolment = parsed(Files.readString(folder.resolve(ENROLMENT)));
        return new Identity(folder, enrolment, journalKey(keyFolder(folder, enrolment)));
    }

    /** From the text of the fleet's answer. */
    public static Identity of(Path folder, String enrolment, Ed25519 journalKey) {
        return new Identity(folder, parsed(enrolment), journalKey);
    }

    private static JsonNode parsed(String enrolment) {
        try {
            return JsonMapper.shared().readTree(enrolment);
        } catch (JacksonException damaged) {
            throw unusable(damaged.getOriginalMessage(), damaged);
        }
    }

    /** Refuses in words unless everything that selling needs is there and of its form. */
    public void requireUsable() {
        try {
            var _ = List.of(counter(), label(), site(), brokerUris(), zone(), shelf());
            var _ = List.of(key("checkpointKey"), key("answerKey"), text("fleetOrigin"));
            var _ = keyOrNull("directiveKey");
            var _ = List.of(text("certificate"), text("caCertificate"));
            var _ = List.of(KeyHistory.of(this).keys());
            var _ = JournalBase.of(this);
        } catch (JacksonException damaged) {
            throw unusable(damaged.getOriginalMessage(), damaged);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw unusable(damaged.getMessage(), damaged);
        }
    }

    private static SettingsException unusable(@Nullable String why, Exception cause) {
        return new SettingsException(
                ENROLMENT + " cannot be used (" + why + "); enrol this counter anew", cause);
    }

    static Ed25519 journalKey(Path folder) throws IOException {
        String base64 = Files.readString(folder.resolve(JOURNAL_KEY)).strip();
        try {
            return new Ed25519(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException damaged) {
            throw new SettingsException(JOURNAL_KEY + " holds no key", damaged);
        }
    }

    /** Where its two private keys are. */
    Path keyFolder() {
        return keyFolder(folder, enrolment);
    }

    private static Path keyFolder(Path folder, JsonNode enrolment) {
        String name = enrolment.path(KEYS).asString("");
        if (!name.isEmpty() && !name.matches("keys-\\d{1,9}")) {
            throw new SettingsException(ENROLMENT + " has its keys in a folder " + name);
        }
        return folder.resolve(name);
    }

    static Path folder(Path data) {
        return data.resolve("identity");
    }

    /** Who it is in records and on topics. */
    public CounterId counter() {
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

    /** A key that cards enrolled earlier were not given. */
    byte @Nullable [] keyOrNull(String field) {
        return enrolment.path(field).isString() ? key(field) : null;
    }

    /** Where the fleet takes counters; who was enrolled long ago knows one only. */
    List<String> brokerUris() {
        JsonNode brokers = enrolment.path("brokers");
        return brokers.isArray() && !brokers.isEmpty()
                ? brokers.valueStream().map(Identity::brokerUri).toList()
                : List.of(brokerUri(enrolment.path("mqtt")));
    }

    private static String brokerUri(JsonNode broker) {
        return "ssl://" + broker.path("host").asString() + ":" + broker.path("port").asInt();
    }

    ZoneId zone() {
        return ZoneId.of(text("zone"));
    }

    /** What it was told to offer. */
    public ShelfRelease shelf() {
        JsonNode shelf = enrolment.path("shelf");
        if (!shelf.isObject()) {
            throw new SettingsException("the enrolment has no shelf");
        }
        return SHELVES.treeToValue(shelf, ShelfRelease.class);
    }

    Path pictures() {
        return folder.resolve(PICTURES);
    }
}
