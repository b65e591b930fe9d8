package org.assistcounter.fleet.link.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import org.springframework.stereotype.Component;

/** Puts both gates into the broker when it starts. */
@Component
class Gates implements ExtensionMain {

    private final ConnectionGate connections;
    private final TopicGate topics;

    Gates(ConnectionGate connections, TopicGate topics) {
        this.connections = connections;
        this.topics = topics;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(client -> connections);
        Services.securityRegistry().setAuthorizerProvider(client -> topics);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // The gates go with the broker.
    }
}
