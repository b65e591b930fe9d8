package org.assistcounter.fleet.wallets.alipay;

import java.net.URI;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.SettingCheck;
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

    private static final SettingCheck CHECK = new SettingCheck("assistcounter.wallets.alipay.");

    /**
     * Where the keys are.
     *
     * @param merchant the application's private key, PKCS#8, PEM
     * @param wallet Alipay's public key, PEM
     */
    public record KeyFiles(Path merchant, Path wallet) {}

    /** Refuses in words what cannot work. */
    public AlipaySettings {
        CHECK.require(application, "application");
        CHECK.require(notices, "notices");
        CHECK.require(keys, "keys");
        key(keys.merchant(), "keys.merchant");
        key(keys.wallet(), "keys.wallet");
    }

    String merchantKey() {
        return key(keys.merchant(), "keys.merchant");
    }

    String walletKey() {
        return key(keys.wallet(), "keys.wallet");
    }

    /** As the library wants it: base64 in one line. */
    private static String key(@Nullable Path file, String name) {
        return CHECK.text(file, name).replaceAll("-----[A-Z ]+-----|\\s", "");
    }
}
