package org.assistcounter.fleet.operators.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assistcounter.fleet.operators.Unseen;
import org.assistcounter.fleet.settings.FleetSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether a passkey's answer is to be believed: of our own address, to the challenge that was
 * given, by somebody who was recognised at the device, so that a passkey is two factors in one. Who
 * made the device is not asked.
 */
@Component
class PasskeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCheck.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);
    private static final List<PublicKeyCredentialParameters> PARAMETERS =
            ALGORITHMS.stream()
                    .map(each ->
                            new PublicKeyCredentialParameters(
                                    PublicKeyCredentialType.PUBLIC_KEY, each))
                    .toList();

    private final Origin origin;
    private final String host;
    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(objects);

    PasskeyCheck(FleetSettings settings) {
        URI address = settings.origin();
        this.origin = new Origin(address.getScheme() + "://" + address.getAuthority());
        this.host = Objects.requireNonNull(address.getHost(), "a host in assistcounter.origin");
    }

    /** What became of a passkey that was shown. */
    sealed interface Verdict {

        /** It is the one; the record with what is new of it. */
        record Right(PasskeyRecord known) implements Verdict {}

        /** It is not to be believed. */
        record Wrong() implements Verdict {}

        /** Its count went back: somebody else has it too. */
        record Twice() implements Verdict {}
    }

    /** For whom passkeys are: the host alone, whatever its port. */
    String host() {
        return host;
    }

    /** By the numbers of COSE. */
    static List<Long> algorithms() {
        return ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
    }

    /** The passkey that was just made; empty where that is not to be believed. */
    Optional<PasskeyRecord> made(String json, PasskeyChallenge challenge) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(json);
            manager.verify(
                    data, new RegistrationParameters(server(challenge), PARAMETERS, true, true));
            return Optional.of(
                    record(
                            Objects.requireNonNull(data.getAttestationObject(), "checked above")
                                    .getAuthenticatorData()));
        } catch (RuntimeException refused) {
            LOG.info("A passkey was not taken: {}", Unseen.blanked(refused.toString()));
            return Optional.empty();
        }
    }

    /** What was shown; empty where it makes no sense. */
    Optional<Shown> read(String json) {
        try {
            return Optional.of(Shown.of(manager.parseAuthenticationResponseJSON(json)));
        } catch (RuntimeException noSense) {
            LOG.info("A passkey's answer makes no sense: {}", Unseen.blanked(noSense.toString()));
            return Optional.empty();
        }
    }

    /** Looks at what was shown as that passkey. */
    Verdict judge(Shown shown, PasskeyRecord known, PasskeyChallenge challenge) {
        try {
            manager.verify(
                    shown.data(),
                    new AuthenticationParameters(
                            server(challenge), credential(known), null, true, true));
            AuthenticatorData<?> said =
                    Objects.requireNonNull(shown.data().getAuthenticatorData(), "checked above");
            return new Verdict.Right(
                    new PasskeyRecord(
                            known.credential(),
                            known.attested(),
                            said.getSignCount(),
                            known.mayBeCopied(),
                            said.isFlagBS()));
        } catch (MaliciousCounterValueException twice) {
            LOG.warn("The count of a passkey went back: {}", twice.toString());
            return new Verdict.Twice();
        } catch (RuntimeException refused) {
            LOG.info("A passkey was refused: {}", Unseen.blanked(refused.toString()));
            return new Verdict.Wrong();
        }
    }

    private PasskeyRecord record(AuthenticatorData<?> said) {
        var made = Objects.requireNonNull(said.getAttestedCredentialData(), "checked above");
        return new PasskeyRecord(
                HEX.formatHex(made.getCredentialId()),
                HEX.formatHex(attested.convert(made)),
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS());
    }

    private CredentialRecordImpl credential(PasskeyRecord known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.mayBeCopied(),
                known.isCopied(),
                known.count(),
                attested.convert(HEX.parseHex(known.attested())),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(PasskeyChallenge challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(challenge.text()))
                .build();
    }
}
