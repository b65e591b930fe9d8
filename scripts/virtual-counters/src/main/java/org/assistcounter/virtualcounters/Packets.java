package org.assistcounter.virtualcounters;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;

/** MQTT 5's small packets, and the codes in them; a code is left out when it is good. */
final class Packets {
    private Packets() {}

    static MqttMessage acknowledgement(int packetId) {
        return new MqttMessage(
                new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttPubReplyMessageVariableHeader(
                        packetId, (byte) 0, MqttProperties.NO_PROPERTIES));
    }

    static int acknowledgedWith(MqttMessage message) {
        return message.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
                ? Byte.toUnsignedInt(reply.reasonCode())
                : 0;
    }

    static int disconnectedWith(MqttMessage message) {
        return message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
                ? Byte.toUnsignedInt(header.reasonCode())
                : 0;
    }
}
