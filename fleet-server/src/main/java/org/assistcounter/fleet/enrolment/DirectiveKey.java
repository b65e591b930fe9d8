package org.assistcounter.fleet.enrolment;

import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.SigningKey;
import org.assistcounter.protocol.signing.Signer;
import org.springframework.stereotype.Component;

/**
 * Signs ordinary directives; permits, ceilings and door commands need other keys. A class of its
 * own, so that what signs one thing cannot be made to sign another by a wrong name.
 */
@Component
public class DirectiveKey implements Signer {

    private final SigningKey key;

    DirectiveKey(DevelopmentKeys keys) {
        this.key = keys.signingKey("directive");
    }

    /** The signature, 64 bytes, over exactly these bytes. */
    @Override
    public byte[] sign(byte[] message) {
        return key.sign(message);
    }

    /** The raw 32 bytes of the public half. */
    @Override
    public byte[] publicKey() {
        return key.publicKey();
    }
}
