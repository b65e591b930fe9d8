package org.assistcounter.fleet.wallets.wechat;

import java.net.URI;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.SettingCheck;
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

    private static final SettingCheck CHECK = new SettingCheck("assistcounter.wallets.wechat.");
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
        CHECK.require(merchant, "merchant");
        CHECK.require(application, "application");
        CHECK.require(serial, "serial");
        CHECK.require(notices, "notices");
        CHECK.require(keys, "keys");
        CHECK.require(keys.walletId(), "keys.wallet-id");
        CHECK.text(keys.merchant(), "keys.merchant");
        CHECK.text(keys.wallet(), "keys.wallet");
        if (CHECK.text(keys.apiV3(), "keys.api-v3").length() != API_V3_KEY_LENGTH) {
            throw new StartRefused(
                    CHECK.prefix() + "keys.api-v3 names a file that does not hold 32 characters.",
                    "Copy the API v3 key of the merchant's page into it, and nothing else.");
        }
    }

    String merchantKey() {
        return CHECK.text(keys.merchant(), "keys.merchant");
    }

    String walletKey() {
        return CHECK.text(keys.wallet(), "keys.wallet");
    }

    String apiV3Key() {
        return CHECK.text(keys.apiV3(), "keys.api-v3");
    }
}
