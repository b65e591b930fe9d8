package org.assistcounter.devices.mdb;

import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * A cashless reader behind a Wafer-type MDB-RS232 box (9600 8N1): we send a message's bytes without
 * checksum, the box adds it, polls, acknowledges, and answers in hexadecimal lines. The box keeps
 * the reader alive while we are gone, so a vend that a crash left open can still be settled.
 *
 * <p>After the line opens nothing is sent until the owner commands. Before {@code Start} that may
 * be {@code ConfirmVend} or {@code FailVend}, which settle what a crash left open. A line that
 * comes back is set up again by itself, unless it went in a vend: then the owner has a minute to
 * settle it or to give {@code Start}. A {@code FailVend} always ends with one {@code
 * FailureSettled} and one {@code SessionEnded}; a {@code ConfirmVend} always with {@code
 * SessionEnded}, after {@code VendConfirmed} if the reader took it.
 */
public final class WaferCashless implements LineDriver<CashlessCommand, CashlessEvent> {

    private static final long UNSETTLED_MILLIS = 60_000;

    private final WaferLineReader lines;
    private final VendDialogue dialogue;
    private final Asides asides;
    private @Nullable CashlessCommand settleWhenOpen;
    private boolean isOpen;
    private boolean unsettled;

    /** The first reader on the bus. */
    public WaferCashless() {
        this(CashlessSettings.USUAL);
    }

    public WaferCashless(CashlessSettings settings) {
        this.lines = new WaferLineReader(settings.address());
        this.dialogue = new VendDialogue(settings);
        this.asides = new Asides(dialogue);
    }

    @Override
    public LineOutput<CashlessEvent> opened(long nowMillis) {
        isOpen = true;
        lines.clear();
        dialogue.forgetLine();
        CashlessCommand settle = settleWhenOpen;
        settleWhenOpen = null;
        if (settle != null) {
            command(settle, nowMillis);
        } else if (dialogue.isStarted() && !unsettled) {
            dialogue.restart(nowMillis);
        } else if (dialogue.isStarted()) {
            dialogue.enter(Phase.QUIET, UNSETTLED_MILLIS, nowMillis);
        }
        return output();
    }

    @Override
    public LineOutput<CashlessEvent> closed(long nowMillis) {
        isOpen = false;
        unsettled |= dialogue.phase().isVend();
        switch (dialogue.phase()) {
            case FAILING -> {
                dialogue.broken("the line is gone");
                unsettled = false;
            }
            case CONFIRMING -> {
                dialogue.tell(new CashlessEvent.SessionEnded());
                unsettled = false;
            }
            default -> {}
        }
        dialogue.forgetLine();
        if (dialogue.isStarted()) {
            dialogue.tell(new CashlessEvent.ReaderLost("the line is gone"));
        }
        dialogue.exchange.takeSends();
        return output();
    }

    @Override
    public LineOutput<CashlessEvent> received(byte[] bytes, long nowMillis) {
        for (byte each : bytes) {
            // One byte at a time: a message may change the lengths of the ones after it.
            for (WaferLine line : lines.received(new byte[] {each}, dialogue.form())) {
                read(line, nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<CashlessEvent> commanded(CashlessCommand command, long nowMillis) {
        if (isOpen) {
            command(command, nowMillis);
        } else {
            keep(command, nowMillis);
        }
        return output();
    }

    @Override
    public LineOutput<CashlessEvent> elapsed(long nowMillis) {
        VmcMessage untaken = dialogue.exchange.elapsed(nowMillis);
        boolean isPoll = untaken instanceof VmcMessage.Poll;
        if ((untaken != null && !isPoll) || dialogue.takePhaseLimit(nowMillis)) {
            dialogue.overdue(nowMillis);
        } else if (isPoll) {
            dialogue.polledInVain(nowMillis);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        return isOpen ? dialogue.deadlineMillis() : Long.MAX_VALUE;
    }

    private LineOutput<CashlessEvent> output() {
        return new LineOutput<>(dialogue.exchange.takeSends(), dialogue.takeEvents());
    }

    private void command(CashlessCommand command, long now) {
        switch (command) {
            case CashlessCommand.Start() -> start(now);
            case CashlessCommand.Enable() -> dialogue.want(true, now);
            case CashlessCommand.Disable() -> dialogue.cancel(now);
            case CashlessCommand.RequestVend(long amount, int item) ->
                    dialogue.request(amount, item, now);
            case CashlessCommand.ConfirmVend(int item, boolean more) -> {
                unsettled = false;
                dialogue.confirm(item, more, now);
            }
            case CashlessCommand.FailVend(boolean more) -> {
                unsettled = false;
                dialogue.fail(more, now);
            }
            case CashlessCommand.Aside aside -> asides.command(aside, now);
        }
    }

    /** What is being settled is settled first; a set-up under way is the one asked for. */
    private void start(long now) {
        unsettled = false;
        dialogue.markStarted();
        switch (dialogue.phase()) {
            case CONFIRMING, FAILING, CANCELLING, COMPLETING -> {}
            case RESETTING, AWAITING_JUST_RESET, CONFIGURING, PRICING, IDENTIFYING -> {}
            case OPTING, PRICING_AGAIN -> {}
            case QUIET, DISABLED, ENABLED, SESSION, REQUESTED, APPROVED, OFFLINE ->
                    dialogue.restart(now);
        }
    }

    /** The line is closed: the latest settling command and the wishes are kept until it opens. */
    private void keep(CashlessCommand command, long now) {
        switch (command) {
            case CashlessCommand.Start() -> {
                unsettled = false;
                dialogue.markStarted();
            }
            case CashlessCommand.Enable() -> dialogue.want(true, now);
            case CashlessCommand.Disable() -> dialogue.want(false, now);
            case CashlessCommand.RequestVend ignored ->
                    dialogue.tell(new CashlessEvent.VendDenied());
            case CashlessCommand.ConfirmVend confirm -> settleWhenOpen = confirm;
            case CashlessCommand.FailVend fail -> settleWhenOpen = fail;
            case CashlessCommand.Aside aside -> asides.refuse(aside);
        }
    }

    private void read(WaferLine line, long now) {
        switch (line) {
            case WaferLine.Acknowledged() -> acknowledged(now);
            case WaferLine.NotTaken() -> dialogue.exchange.notTaken(now);
            case WaferLine.Answered(var messages) -> {
                dialogue.exchange.answered(now);
                serve(messages, now);
                dialogue.askAgain(now);
            }
            case WaferLine.Polled(var messages) -> serve(messages, now);
            case WaferLine.OfOtherDevice() -> {}
            case WaferLine.OfOtherLevel(var hex) -> otherLevel(hex, now);
            case WaferLine.Unusable(var hex, var reason) -> {
                dialogue.garbled();
                dialogue.tell(new CashlessEvent.Garbled(hex, reason.words()));
            }
        }
    }

    /**
     * No money has moved before a vend is asked for; a RESET lets the reader say again what it is.
     */
    private void otherLevel(String hex, long now) {
        dialogue.garbled();
        dialogue.tell(new CashlessEvent.Misfit(CashlessEvent.Lie.LEVEL, hex));
        switch (dialogue.phase()) {
            case DISABLED, ENABLED, SESSION -> {
                dialogue.broken("a session of another level");
                dialogue.restart(now);
            }
            default -> {}
        }
    }

    private void acknowledged(long now) {
        if (dialogue.exchange.isUnsent()) {
            return;
        }
        VmcMessage taken = dialogue.exchange.answered(now);
        if (taken != null) {
            dialogue.taken(taken, now);
        }
    }

    private void serve(List<ReaderMessage> messages, long now) {
        for (ReaderMessage message : messages) {
            if (dialogue.phase() != Phase.QUIET) {
                serve(message, now);
            }
        }
        dialogue.reconcile(now);
    }

    private void serve(ReaderMessage message, long now) {
        switch (message) {
            case ReaderMessage.JustReset() -> justReset(now);
            case ReaderMessage.ReaderConfig config -> dialogue.configured(config, now);
            case ReaderMessage.DisplayRequest(int ignored, String text) ->
                    dialogue.tell(new CashlessEvent.ReaderText(text.strip()));
            case ReaderMessage.BeginSession begin -> dialogue.began(begin, now);
            case ReaderMessage.SessionCancelRequest() -> sessionCancelled(now);
            case ReaderMessage.VendApproved(long amount) -> dialogue.approved(amount, now);
            case ReaderMessage.VendDenied() -> dialogue.denied(now);
            case ReaderMessage.EndSession() -> dialogue.ended(now);
            case ReaderMessage.Cancelled() -> {}
            case ReaderMessage.PeripheralId id -> dialogue.identified(id, now);
            case ReaderMessage.Malfunction fault -> malfunction(fault, now);
            case ReaderMessage.OutOfSequence ignored -> outOfSequence(now);
            case ReaderMessage.Aside aside -> asides.heard(aside);
        }
    }

    /** Also of a session whose beginning was lost on the line: the reader waits for its end. */
    private void sessionCancelled(long now) {
        switch (dialogue.phase()) {
            case SESSION, ENABLED, DISABLED -> dialogue.complete(now);
            default -> {}
        }
    }

    private void justReset(long now) {
        switch (dialogue.phase()) {
            case RESETTING -> {}
            case AWAITING_JUST_RESET, CONFIGURING, PRICING, IDENTIFYING -> dialogue.configure(now);
            case OPTING, PRICING_AGAIN, OFFLINE -> dialogue.configure(now);
            default -> {
                dialogue.broken("the reader has reset itself");
                if (dialogue.isStarted()) {
                    dialogue.configure(now);
                }
            }
        }
    }

    /** RESET is mandatory (§7.4.13), but not while the owner still has to settle a vend. */
    private void outOfSequence(long now) {
        Phase before = dialogue.phase();
        if (before == Phase.APPROVED || before == Phase.RESETTING) {
            return;
        }
        dialogue.broken("command out of sequence");
        if (dialogue.isStarted()) {
            dialogue.restart(now);
        }
    }

    private void malfunction(ReaderMessage.Malfunction fault, long now) {
        switch (dialogue.phase()) {
            case FAILING -> {
                if (fault.kind() == MalfunctionKind.REFUND_LOST) {
                    dialogue.settled(Settlement.LOST, now);
                }
            }
            case DISABLED, ENABLED -> {
                if (fault.kind().effect() == MalfunctionKind.Effect.OUT_OF_ORDER) {
                    dialogue.lost("the reader is out of order: " + fault.code(), now);
                }
            }
            default -> {}
        }
    }
}
