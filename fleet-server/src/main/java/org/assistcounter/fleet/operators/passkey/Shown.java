package org.assistcounter.fleet.operators.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.util.HexFormat;

/**
 * What a browser showed at a sign-in, read and not yet believed.
 *
 * @param credential the id of the passkey, in hex
 * @param handle whose it says it is, in hex; empty where it does not say
 */
record Shown(AuthenticationData data, String credential, String handle) {

    static Shown of(AuthenticationData data) {
        var handle = data.getUserHandle();
        return new Shown(
                data,
                HexFormat.of().formatHex(data.getCredentialId()),
                handle == null ? "" : HexFormat.of().formatHex(handle));
    }
}
