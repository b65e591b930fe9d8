package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import org.assistcounter.fleet.link.Connected;
import org.springframework.stereotype.Component;

/** Puts both gates and the watch on connections into the broker when it starts. */
@Component
class Gates implements ExtensionMain {

    private final ConnectionGate connections;
    private final TopicGate topics;
    private final Connected connected;

    Gates(ConnectionGate connections, TopicGate topics, Connected connected) {
        this.connections = connections;
        this.topics = topics;
        this.connected = connected;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(client -> connections);
        Services.securityRegistry().setAuthorizerProvider(client -> topics);
        Services.eventRegistry()
                .setClientLifecycleEventListener(client -> new ConnectionWatch(connected));
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        connected.allWent();
    }
}
