package org.assistcounter.virtualcounters;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assistcounter.counter.link.Peer;
import org.assistcounter.protocol.identity.CounterId;
import tools.jackson.databind.JsonNode;

/** What the fleet tells every counter of itself when it is enrolled. */
final class FleetKeys {
    /** As which a virtual counter introduces itself. */
    static final String AGENT = "virtual 1";

    private final JsonNode json;
    private final String origin;
    private final byte[] checkpointKey;
    private final byte[] answerKey;
    private final byte[] directiveKey;
    private final String authorityPem;
    private final List<InetSocketAddress> brokers;

    private FleetKeys(JsonNode fleet) {
        json = fleet;
        Base64.Decoder base64 = Base64.getDecoder();
        origin = fleet.path("fleetOrigin").asString();
        checkpointKey = base64.decode(fleet.path("checkpointKey").asString());
        answerKey = base64.decode(fleet.path("answerKey").asString());
        directiveKey = base64.decode(fleet.path("directiveKey").asString());
        authorityPem = fleet.path("caCertificate").asString();
        brokers = fleet.path("brokers").valueStream().map(FleetKeys::address).toList();
    }

    private static InetSocketAddress address(JsonNode broker) {
        String host = broker.path("host").asString();
        return new InetSocketAddress(
                host.equals("localhost") ? "127.0.0.1" : host, broker.path("port").asInt());
    }

    /** From the fleet's answer to an enrolment. */
    static FleetKeys of(JsonNode fleet) {
        return new FleetKeys(fleet);
    }

    /** As the fleet said it. */
    JsonNode json() {
        return json;
    }

    /** Where counters connect. */
    List<InetSocketAddress> brokers() {
        return brokers;
    }

    /** Who issues certificates, in PEM. */
    byte[] authority() {
        return authorityPem.getBytes(StandardCharsets.US_ASCII);
    }

    Peer peerOf(CounterId counter) {
        return new Peer(counter, origin, checkpointKey, answerKey, AGENT, NativeSignatures.check())
                .directedBy(directiveKey);
    }
}
