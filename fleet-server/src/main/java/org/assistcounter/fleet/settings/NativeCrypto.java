package org.assistcounter.fleet.settings;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.JcaEd25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signatures by AWS-LC where it runs (x86-64), a third of Java's time when Java is warm and far
 * less when it is cold; elsewhere by Java.
 */
public final class NativeCrypto {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCrypto.class);
    private static final @Nullable Provider NATIVES = natives();
    private static final @Nullable JcaEd25519 ED25519 = ed25519();

    private NativeCrypto() {}

    private static @Nullable Provider natives() {
        AmazonCorrettoCryptoProvider found = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable missing = found.getLoadingError();
        if (missing != null) {
            LOG.info("Signatures are looked at without native help: {}", missing.toString());
            return null;
        }
        return found;
    }

    private static @Nullable JcaEd25519 ed25519() {
        JcaEd25519 found = NATIVES == null ? null : JcaEd25519.of(NATIVES).orElse(null);
        if (NATIVES != null && found == null) {
            LOG.warn("{} does not do Ed25519 as it should; Java does it.", NATIVES);
        }
        return found;
    }

    /** It is not registered by being asked for. */
    public static Optional<Provider> provider() {
        return Optional.ofNullable(NATIVES);
    }

    /** Ed25519, as {@link Ed25519} does it. */
    public static SignatureCheck signatures() {
        JcaEd25519 natives = ED25519;
        return natives == null ? Ed25519::holds : natives;
    }

    /** Ed25519, as {@link Ed25519} does it. */
    public static Signer signer(byte[] seed) {
        JcaEd25519 natives = ED25519;
        return natives == null ? new Ed25519(seed) : natives.signer(seed);
    }
}
