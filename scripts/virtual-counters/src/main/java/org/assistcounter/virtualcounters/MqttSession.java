package org.assistcounter.virtualcounters;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One connection's MQTT 5, spoken as the agent's client does: a clean session each time, one
 * subscription, QoS 1. Connecting → subscribing → open → gone. One event loop owns it.
 */
final class MqttSession extends SimpleChannelInboundHandler<MqttMessage> {
    private static final int REFUSED = 0x80;
    private static final int PACKET_ID_MAX = 0xFFFF;
    private static final int SUBSCRIPTION_ID = 1;
    private static final int FIRST_PACKET_ID = SUBSCRIPTION_ID + 1;

    /**
     * Some moments are enough to know how long the way is, and each costs both ends as a message; a
     * prime, so that it is not always the same step of a sale.
     */
    private static final int PUBLISHED_A_PING = 7;

    private final String clientId;
    private final String filter;
    private final int keepAliveSeconds;
    private final Owner owner;
    private @Nullable ChannelHandlerContext context;
    private boolean isOpen;
    private boolean isGone;
    private int lastPacketId = SUBSCRIPTION_ID;
    private long lastSentNanos;
    private long pingedNanos;
    private String end = "closed";

    /** Whose connection it is; told on the event loop. */
    interface Owner {
        /** Subscribed: messages may go both ways. */
        void opened();

        void heard(String topic, byte[] payload);

        /** The broker has answered, so long after it was asked only whether it is there. */
        void roundTrip(long nanos);

        /** The broker is done with a message of ours, or refuses it, by MQTT's code. */
        void acknowledged(int reasonCode);

        /**
         * Told once, whether it was ever open or not.
         *
         * @param why in a few words, of few kinds
         */
        void gone(String why);
    }

    /**
     * @param filter what to subscribe
     */
    MqttSession(String clientId, String filter, int keepAliveSeconds, Owner owner) {
        this.clientId = clientId;
        this.filter = filter;
        this.keepAliveSeconds = keepAliveSeconds;
        this.owner = owner;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Its end was told. */
    boolean isGone() {
        return isGone;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent done) {
            if (done.isSuccess()) {
                send(
                        ctx,
                        MqttMessageBuilders.connect()
                                .protocolVersion(MqttVersion.MQTT_5)
                                .clientId(clientId)
                                .cleanSession(true)
                                .willFlag(true)
                                .willQoS(MqttQoS.AT_LEAST_ONCE)
                                .willTopic(Topics.up(new CounterId(clientId), Topics.GONE))
                                .willMessage(new byte[0])
                                .keepAlive(keepAliveSeconds)
                                .build());
            } else {
                leave(ctx, "handshake failed");
            }
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            leave(ctx, "unreadable");
            return;
        }
        switch (message.fixedHeader().messageType()) {
            case CONNACK -> connected(ctx, (MqttConnAckMessage) message);
            case SUBACK -> subscribed(ctx, (MqttSubAckMessage) message);
            case PUBLISH -> published(ctx, (MqttPublishMessage) message);
            case PUBACK -> acknowledged(message);
            case DISCONNECT -> {
                leave(ctx, "told to go, code " + Packets.disconnectedWith(message));
            }
            case PINGRESP -> pinged();
            case CONNECT,
                    PUBREC,
                    PUBREL,
                    PUBCOMP,
                    SUBSCRIBE,
                    UNSUBSCRIBE,
                    UNSUBACK,
                    PINGREQ,
                    AUTH -> {
                leave(ctx, "unexpected");
            }
        }
    }

    private void connected(ChannelHandlerContext ctx, MqttConnAckMessage message) {
        MqttConnectReturnCode code = message.variableHeader().connectReturnCode();
        if (code != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            leave(ctx, "refused, code " + Byte.toUnsignedInt(code.byteValue()));
            return;
        }
        send(
                ctx,
                MqttMessageBuilders.subscribe()
                        .messageId(SUBSCRIPTION_ID)
                        .addSubscription(MqttQoS.AT_MOST_ONCE, filter)
                        .build());
    }

    private void subscribed(ChannelHandlerContext ctx, MqttSubAckMessage message) {
        if (message.payload().reasonCodes().stream().anyMatch(code -> code >= REFUSED)) {
            leave(ctx, "subscription refused");
            return;
        }
        isOpen = true;
        owner.opened();
    }

    private void published(ChannelHandlerContext ctx, MqttPublishMessage message) {
        byte[] payload = ByteBufUtil.getBytes(message.payload());
        if (message.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE) {
            send(ctx, Packets.acknowledgement(message.variableHeader().packetId()));
        }
        owner.heard(message.variableHeader().topicName(), payload);
    }

    private void acknowledged(MqttMessage message) {
        owner.acknowledged(Packets.acknowledgedWith(message));
    }

    private void pinged() {
        if (pingedNanos != 0) {
            owner.roundTrip(System.nanoTime() - pingedNanos);
            pingedNanos = 0;
        }
    }

    /** Without an open connection it does nothing. */
    void publish(String topic, byte[] payload) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || !isOpen) {
            return;
        }
        lastPacketId = lastPacketId == PACKET_ID_MAX ? FIRST_PACKET_ID : lastPacketId + 1;
        if (pingedNanos == 0 && lastPacketId % PUBLISHED_A_PING == FIRST_PACKET_ID) {
            ping(ctx);
        }
        ByteBuf bytes = Unpooled.wrappedBuffer(payload);
        send(
                ctx,
                new MqttPublishMessage(
                        new MqttFixedHeader(
                                MqttMessageType.PUBLISH, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                        new MqttPublishVariableHeader(
                                topic, lastPacketId, MqttProperties.NO_PROPERTIES),
                        bytes));
    }

    /** Says that it is there when it has said nothing for so long. */
    void pingWhenSilent(long nowNanos, long silenceNanos) {
        ChannelHandlerContext ctx = context;
        if (ctx != null && isOpen && nowNanos - lastSentNanos > silenceNanos) {
            ping(ctx);
        }
    }

    private void ping(ChannelHandlerContext ctx) {
        pingedNanos = System.nanoTime();
        send(ctx, MqttMessage.PINGREQ);
    }

    /** Whether what was sent has left for the network, but for a little. */
    boolean isWritable() {
        ChannelHandlerContext ctx = context;
        return ctx != null && ctx.channel().isWritable();
    }

    /** Reads nothing from now on, or reads again. */
    void reads(boolean reads) {
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            ctx.channel().config().setAutoRead(reads);
        }
    }

    /** Is not waited for any longer, unless it is open. */
    void giveUp() {
        ChannelHandlerContext ctx = context;
        if (ctx != null && !isOpen) {
            leave(ctx, "no answer in time");
        }
    }

    /** Ends the connection without a word, as a power cut does. */
    void cut() {
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            leave(ctx, "cut");
        }
    }

    private void leave(ChannelHandlerContext ctx, String why) {
        end = why;
        var _ = ctx.close();
    }

    private void send(ChannelHandlerContext ctx, Object message) {
        lastSentNanos = System.nanoTime();
        var _ = ctx.writeAndFlush(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        tellGone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        leave(ctx, end.equals("closed") ? cause.getClass().getSimpleName() : end);
    }

    /** The connection was never made. */
    void notMade() {
        end = "no connection";
        tellGone();
    }

    private void tellGone() {
        if (!isGone) {
            isGone = true;
            isOpen = false;
            context = null;
            owner.gone(end);
        }
    }
}
