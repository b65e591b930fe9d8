package org.assistcounter.counter.screen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.identity.SaleId;
import org.jspecify.annotations.Nullable;

/**
 * The one active screen: the newest view, and who looks at it. A second browser takes over, and the
 * first is told. Called by the core thread with states and by Netty with frames.
 */
public final class Screen {
    /** In the range for private use of RFC 6455, section 7.4.2. */
    private static final int TAKEN_OVER = 4_001;

    private final Place place;
    private final Consumer<Input> inputs;
    private final IntentReader intents;
    private @Nullable Channel viewer;
    private @Nullable CounterState state;
    private long shownAtMillis;
    private long revision;
    private String drawn = "";
    private @Nullable String closedFor;

    public Screen(Place place, Consumer<Input> inputs, Supplier<SaleId> freshSales) {
        this.place = place;
        this.inputs = inputs;
        this.intents = new IntentReader(freshSales);
    }

    /**
     * The core's newest state. A state that looks the same is no new view: it would make the touch
     * of a shopper who sees the former one stale.
     */
    public synchronized void show(CounterState next, long nowMillis) {
        state = next;
        String looks = ViewWriter.write(next, place, 0, 0);
        if (looks.equals(drawn)) {
            return;
        }
        drawn = looks;
        shownAtMillis = nowMillis;
        revision++;
        push();
    }

    /** No state comes: the counter must not start, for a reason the page has words for. */
    public synchronized void closeFor(String reason) {
        closedFor = reason;
        push();
    }

    synchronized void opened(Channel channel) {
        Channel former = viewer;
        viewer = channel;
        if (former != null && former.isActive()) {
            former.writeAndFlush(new CloseWebSocketFrame(TAKEN_OVER, "another screen took over"))
                    .addListener(ChannelFutureListener.CLOSE);
        }
        push();
    }

    synchronized void closed(Channel channel) {
        if (channel.equals(viewer)) {
            viewer = null;
        }
    }

    private void push() {
        if (viewer == null) {
            return;
        }
        if (closedFor != null) {
            send(viewer, ClosedView.write(place, closedFor));
        } else if (state != null) {
            send(viewer, ViewWriter.write(state, place, revision, shownAtMillis));
        }
    }

    private static void send(Channel channel, String frame) {
        channel.writeAndFlush(new TextWebSocketFrame(frame))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    void received(Channel channel, String frame) {
        IntentReader.Reading reading;
        long current;
        synchronized (this) {
            CounterState shown = state;
            if (!channel.equals(viewer) || shown == null) {
                return;
            }
            current = revision;
            reading = intents.read(frame, current, slot -> shown.shelf().slot(slot) != null);
        }
        switch (reading) {
            case IntentReader.Reading.Understood understood -> inputs.accept(understood.input());
            case IntentReader.Reading.Refused refused -> refuse(channel, refused.word(), current);
        }
    }

    /** A stale touch is ordinary; everything else is kept, because no honest browser sends it. */
    private void refuse(Channel channel, String word, long current) {
        send(channel, "{\"refused\":\"" + word + "\",\"revision\":" + current + "}");
        if (!word.equals("stale")) {
            inputs.accept(new Input.Refused("screen", word, ""));
        }
    }
}
