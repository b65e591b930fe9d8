package org.assistcounter.walletgateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The keys of the play: what a merchant gets from the wallets' web sites lies in one directory, for
 * the fleet's settings to name.
 *
 * @param apiV3Key 32 characters, with which WeChat Pay encrypts what it notifies
 */
record Keys(Side wechat, Side alipay, String apiV3Key) {
    private static final int API_V3_KEY_BYTES = 16;

    /** The merchant's pair, of which the wallet uses the public half, and the wallet's own. */
    record Side(KeyPair merchant, KeyPair wallet) {}

    static Keys open(Path directory) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        Path shared = directory.resolve("wechat-api-v3-key.txt");
        if (!Files.exists(shared)) {
            byte[] drawn = new byte[API_V3_KEY_BYTES];
            new SecureRandom().nextBytes(drawn);
            Files.writeString(shared, HexFormat.of().formatHex(drawn));
        }
        return new Keys(
                side(directory, "wechat"), side(directory, "alipay"), Files.readString(shared));
    }

    private static Side side(Path directory, String name)
            throws IOException, GeneralSecurityException {
        return new Side(
                Rsa.open(directory, name + "-merchant"), Rsa.open(directory, name + "-wallet"));
    }
}
