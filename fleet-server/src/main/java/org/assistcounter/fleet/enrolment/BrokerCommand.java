package org.assistcounter.fleet.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assistcounter.fleet.enrolment.authority.CertificateAuthority;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.KeyAndCertificate;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.SettingsConfiguration;
import org.springframework.core.io.ClassPathResource;

/**
 * Writes what a Mosquitto needs to be a broker of this fleet: its configuration, its permissions,
 * its key and the certificates; {@code scripts/broker-config} has its help.
 */
public final class BrokerCommand {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "--port", "8883",
                    "--address", "0.0.0.0",
                    "--instances", "1,2,3,4,5,6,7,8",
                    "--user", "mosquitto");

    private final Map<String, String> words;

    private BrokerCommand(Map<String, String> words) {
        this.words = words;
    }

    /** Exits with 0, or in words with 2. */
    public static void main(String[] arguments) {
        try {
            new BrokerCommand(words(arguments)).write(new SettingsConfiguration());
        } catch (IllegalArgumentException refused) {
            System.err.println("broker-config: " + refused.getMessage());
            System.exit(2);
        }
    }

    private static Map<String, String> words(String[] arguments) {
        Map<String, String> words = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
                throw new IllegalArgumentException(arguments[i] + " needs a value.");
            }
            words.put(arguments[i], arguments[i + 1]);
        }
        for (String needed : List.of("--keys", "--out", "--host")) {
            if (!words.containsKey(needed)) {
                throw new IllegalArgumentException(needed + " is missing.");
            }
        }
        return words;
    }

    private void write(SettingsConfiguration given) {
        var now = given.clock().instant();
        var keys = DevelopmentKeys.in(Path.of(word("--keys")), given.random(), now);
        Path out = DataDirectory.privately(Path.of(word("--out")).toAbsolutePath().normalize());
        KeyAndCertificate broker = keys.ofBroker(list("--host"), now);
        put(out, "broker.key", broker.keyPem());
        put(out, "broker.pem", CertificateAuthority.pem(broker.certificate()));
        put(out, "authority.pem", CertificateAuthority.pem(broker.authority()));
        put(out, "permissions", permissions());
        put(
                out,
                "mosquitto.conf",
                template()
                        .replace("@folder@", out.toString())
                        .replace("@port@", word("--port"))
                        .replace("@address@", word("--address"))
                        .replace("@user@", word("--user")));
        System.out.println("mosquitto -c " + out.resolve("mosquitto.conf"));
    }

    private String permissions() {
        String instances =
                list("--instances").stream()
                        .map(name ->
                                """
                                user fleet-%s
                                topic read v1/up/#
                                topic write v1/down/#

                                """
                                        .formatted(name))
                        .collect(Collectors.joining());
        return instances
                + """
                pattern write v1/up/+/%u
                pattern read v1/down/+/%u
                """;
    }

    private List<String> list(String name) {
        return List.of(word(name).split(","));
    }

    private String word(String name) {
        return words.getOrDefault(name, "");
    }

    private static void put(Path folder, String name, String text) {
        DataDirectory.writePrivately(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String template() {
        try {
            return new ClassPathResource("broker/mosquitto.conf")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
