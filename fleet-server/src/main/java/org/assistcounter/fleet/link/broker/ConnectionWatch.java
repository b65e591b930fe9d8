package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ServerInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import java.util.Optional;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.protocol.identity.CounterId;

/** Watches one connection, and says when a counter has it and when it has ended. */
final class ConnectionWatch implements ClientLifecycleEventListener {

    private final Connected connected;
    private final SentAway sentAway;
    private volatile boolean isProven;

    ConnectionWatch(Connected connected, SentAway sentAway) {
        this.connected = connected;
        this.sentAway = sentAway;
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput input) {
        // Whose it is, is not proven yet.
    }

    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
        isProven = true;
        counter(input).ifPresent(counter -> connected.came(counter, this));
    }

    @Override
    public void onDisconnect(DisconnectEventInput input) {
        counter(input).ifPresent(counter -> connected.went(counter, this));
    }

    @Override
    public void onServerInitiatedDisconnect(ServerInitiatedDisconnectInput input) {
        String clientId = input.getClientInformation().getClientId();
        if (isProven) {
            input.getReasonCode().ifPresent(why -> sentAway.ended(clientId, why));
        }
        onDisconnect(input);
    }

    private static Optional<CounterId> counter(ClientBasedInput input) {
        return CounterId.parse(input.getClientInformation().getClientId());
    }
}
