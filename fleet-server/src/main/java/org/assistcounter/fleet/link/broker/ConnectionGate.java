package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.Refusal.Reason;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may connect: somebody whose client id is the name in a certificate that TLS has already
 * checked, and who is a counter that is known and not suspended, with the certificate that it was
 * given last. When the registry cannot be asked the answer is no: a counter tries again, a thief
 * must not get in.
 */
@Component
class ConnectionGate implements SimpleAuthenticator {

    private static final Duration PATIENCE = SentAway.REST.plusSeconds(5);

    private final Counters counters;
    private final SentAway sentAway;
    private final RefusalLog refusals;
    private final Clock clock;

    ConnectionGate(Counters counters, SentAway sentAway, RefusalLog refusals, Clock clock) {
        this.counters = counters;
        this.sentAway = sentAway;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        String clientId = input.getClientInformation().getClientId();
        Optional<X509Certificate> certificate = certificate(input);
        String name = certificate.map(ConnectionGate::commonName).orElse("");
        String serial = certificate.map(each -> each.getSerialNumber().toString(16)).orElse("");
        if (!clientId.equals(name)) {
            refuse(output, clientId, Reason.WRONG_CLIENT_ID);
            return;
        }
        Async<SimpleAuthOutput> later =
                output.async(
                        PATIENCE, TimeoutFallback.FAILURE, ConnackReasonCode.SERVER_UNAVAILABLE);
        Mono.justOrEmpty(CounterId.parse(clientId))
                .delayUntil(counter -> resting(clientId))
                .flatMap(counters::speaking)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doFinally(end -> later.resume())
                .subscribe(
                        found -> decide(output, clientId, serial, found),
                        failure -> output.failAuthentication(ConnackReasonCode.SERVER_UNAVAILABLE));
    }

    private Mono<Long> resting(String clientId) {
        Duration rest = sentAway.rest(clientId);
        return rest.isZero() ? Mono.empty() : Mono.delay(rest);
    }

    private void decide(
            SimpleAuthOutput output, String clientId, String serial, Optional<Counter> found) {
        if (found.isEmpty()) {
            refuse(output, clientId, Reason.UNKNOWN_COUNTER);
        } else if (!found.get().mayConnect()) {
            refuse(output, clientId, Reason.SUSPENDED_COUNTER);
        } else if (!found.get().keys().certificateSerial().equals(serial)) {
            refuse(output, clientId, Reason.REPLACED_CARD);
        } else {
            output.authenticateSuccessfully();
        }
    }

    private void refuse(SimpleAuthOutput output, String clientId, Reason reason) {
        output.failAuthentication(
                switch (reason) {
                    case WRONG_CLIENT_ID -> ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
                    case SUSPENDED_COUNTER, REPLACED_CARD -> ConnackReasonCode.BANNED;
                    case UNKNOWN_COUNTER, FOREIGN_TOPIC, FOREIGN_SUBSCRIPTION, TOO_MANY ->
                            ConnackReasonCode.NOT_AUTHORIZED;
                });
        refusals.refused(new Refusal(clock.instant(), clientId, "", reason, "")).subscribe();
    }

    private static Optional<X509Certificate> certificate(SimpleAuthInput input) {
        return input.getConnectionInformation()
                .getClientTlsInformation()
                .flatMap(tls -> tls.getClientCertificate());
    }

    private static String commonName(X509Certificate certificate) {
        try {
            var parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            return parts.stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> String.valueOf(part.getValue()))
                    .findFirst()
                    .orElse("");
        } catch (InvalidNameException malformed) {
            return "";
        }
    }
}
