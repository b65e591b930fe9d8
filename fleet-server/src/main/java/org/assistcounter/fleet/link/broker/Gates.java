package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import org.assistcounter.fleet.link.Connected;
import org.springframework.stereotype.Component;

/** Puts gates, watch and the ear for messages into the broker when it starts. */
@Component
class Gates implements ExtensionMain {

    private final ConnectionGate connections;
    private final TopicGate topics;
    private final Uplinks uplinks;
    private final Connected connected;
    private final SentAway sentAway;

    Gates(
            ConnectionGate connections,
            TopicGate topics,
            Uplinks uplinks,
            Connected connected,
            SentAway sentAway) {
        this.connections = connections;
        this.topics = topics;
        this.uplinks = uplinks;
        this.connected = connected;
        this.sentAway = sentAway;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(client -> connections);
        Services.securityRegistry().setAuthorizerProvider(client -> topics);
        Services.eventRegistry()
                .setClientLifecycleEventListener(
                        client -> new ConnectionWatch(connected, sentAway));
        Services.initializerRegistry()
                .setClientInitializer((_, client) -> client.addPublishInboundInterceptor(uplinks));
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        connected.allWent();
    }
}
