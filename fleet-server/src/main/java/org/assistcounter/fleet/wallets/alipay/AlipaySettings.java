package org.assistcounter.fleet.wallets.alipay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * How this fleet is known to Alipay, in public key mode with RSA2.
 *
 * @param application the application's number (app_id)
 * @param keys files with keys, which are never in a setting
 * @param address of the gateway; null: Alipay's own
 * @param notices where Alipay tells of payments, as it can reach it
 */
public record AlipaySettings(
        String application, KeyFiles keys, @Nullable URI address, URI notices) {

    private static final String PREFIX = "assistcounter.wallets.alipay.";

    /**
     * Where the keys are.
     *
     * @param merchant the application's private key, PKCS#8, PEM
     * @param wallet Alipay's public key, PEM
     */
    public record KeyFiles(Path merchant, Path wallet) {}

    /** Refuses in words what cannot work. */
    public AlipaySettings {
        require(application, "application");
        require(notices, "notices");
        require(keys, "keys");
        key(keys.merchant(), "keys.merchant");
        key(keys.wallet(), "keys.wallet");
    }

    String merchantKey() {
        return key(keys.merchant(), "keys.merchant");
    }

    String walletKey() {
        return key(keys.wallet(), "keys.wallet");
    }

    private static void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new StartRefused(
                    PREFIX + name + " is missing.", "Set it, or take out all of " + PREFIX + "*.");
        }
    }

    /** As the library wants it: base64 in one line. */
    private static String key(@Nullable Path file, String name) {
        if (file == null || !Files.isReadable(file)) {
            throw new StartRefused(
                    PREFIX + name + " names " + file + ", which cannot be read.",
                    "Name a file that the server may read.");
        }
        try {
            return Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        } catch (IOException failure) {
            throw new StartRefused(
                    PREFIX + name + " names " + file + ", which cannot be read.",
                    "Name a text file that the server may read.",
                    failure);
        }
    }
}
