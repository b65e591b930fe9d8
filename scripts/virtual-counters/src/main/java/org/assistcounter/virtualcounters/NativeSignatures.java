package org.assistcounter.virtualcounters;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.JcaEd25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of the counters' side by AWS-LC where it runs. A counter signs on a processor of its
 * own, and here all share the server's.
 */
final class NativeSignatures {
    private static final @Nullable JcaEd25519 NATIVES =
            AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
                    ? JcaEd25519.of(AmazonCorrettoCryptoProvider.INSTANCE).orElse(null)
                    : null;

    private NativeSignatures() {}

    static SignatureCheck check() {
        JcaEd25519 natives = NATIVES;
        return natives == null ? Ed25519::holds : natives;
    }

    static Signer signer(byte[] seed) {
        JcaEd25519 natives = NATIVES;
        return natives == null ? new Ed25519(seed) : natives.signer(seed);
    }
}
