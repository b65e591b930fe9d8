package org.assistcounter.virtualcounters;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.JcaEd25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;

/**
 * Signatures of the counters' side by AWS-LC where it runs. A counter signs on a processor of its
 * own, and here all share the server's.
 */
final class NativeSignatures {
    private static final boolean IS_THERE =
            AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
    private static final JcaEd25519 NATIVES = new JcaEd25519(AmazonCorrettoCryptoProvider.INSTANCE);

    private NativeSignatures() {}

    static SignatureCheck check() {
        return IS_THERE ? NATIVES : Ed25519::holds;
    }

    static Signer signer(byte[] seed) {
        return IS_THERE ? NATIVES.signer(seed) : new Ed25519(seed);
    }
}
