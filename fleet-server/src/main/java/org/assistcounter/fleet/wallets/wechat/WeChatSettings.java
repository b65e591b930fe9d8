package org.assistcounter.fleet.wallets.wechat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * How this fleet is known to WeChat Pay, in public key mode.
 *
 * @param merchant the merchant's number (mchid)
 * @param application the application's number (appid)
 * @param serial of the certificate of the merchant's key
 * @param address instead of WeChat Pay's own; for a simulator
 * @param notices where WeChat Pay tells of payments, as it can reach it
 */
public record WeChatSettings(
        String merchant,
        String application,
        String serial,
        KeyFiles keys,
        @Nullable URI address,
        URI notices) {

    private static final String PREFIX = "assistcounter.wallets.wechat.";
    private static final int API_V3_KEY_LENGTH = 32;

    /**
     * Files with keys, which are never in a setting.
     *
     * @param merchant the merchant's private key, PEM
     * @param wallet WeChat Pay's public key, PEM
     * @param walletId the name of that key, `PUB_KEY_ID_…`
     * @param apiV3 the 32 characters that were chosen on the merchant's page
     */
    public record KeyFiles(Path merchant, Path wallet, String walletId, Path apiV3) {}

    /** Refuses in words what cannot work. */
    public WeChatSettings {
        require(merchant, "merchant");
        require(application, "application");
        require(serial, "serial");
        require(notices, "notices");
        require(keys, "keys");
        require(keys.walletId(), "keys.wallet-id");
        text(keys.merchant(), "keys.merchant");
        text(keys.wallet(), "keys.wallet");
        if (text(keys.apiV3(), "keys.api-v3").length() != API_V3_KEY_LENGTH) {
            throw new StartRefused(
                    PREFIX + "keys.api-v3 names a file that does not hold 32 characters.",
                    "Copy the API v3 key of the merchant's page into it, and nothing else.");
        }
    }

    String merchantKey() {
        return text(keys.merchant(), "keys.merchant");
    }

    String walletKey() {
        return text(keys.wallet(), "keys.wallet");
    }

    String apiV3Key() {
        return text(keys.apiV3(), "keys.api-v3");
    }

    private static void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new StartRefused(
                    PREFIX + name + " is missing.", "Set it, or take out all of " + PREFIX + "*.");
        }
    }

    private static String text(@Nullable Path file, String name) {
        if (file == null || !Files.isReadable(file)) {
            throw new StartRefused(
                    PREFIX + name + " names " + file + ", which cannot be read.",
                    "Name a file that the server may read.");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new StartRefused(
                    PREFIX + name + " names " + file + ", which cannot be read.",
                    "Name a text file that the server may read.",
                    failure);
        }
    }
}
