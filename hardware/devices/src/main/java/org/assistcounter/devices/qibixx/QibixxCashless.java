package org.assistcounter.devices.qibixx;

import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * A cashless reader behind a Qibixx box (115200 8N1): upper-case lines to it, lower-case lines
 * back. It keeps the promises of the Wafer driver: nothing is sent until commanded; what a crash
 * left open is settled before {@code Start}; a {@code FailVend} ends with one {@code
 * FailureSettled} and one {@code SessionEnded}, a {@code ConfirmVend} with {@code SessionEnded}.
 */
public final class QibixxCashless implements LineDriver<CashlessCommand, CashlessEvent> {

    private static final long UNSETTLED_MILLIS = 60_000;

    private final QibixxLineReader lines = new QibixxLineReader();
    private final QibixxDialogue dialogue = new QibixxDialogue();
    private @Nullable CashlessCommand settleWhenOpen;
    private boolean isOpen;
    private boolean unsettled;

    @Override
    public LineOutput<CashlessEvent> opened(long nowMillis) {
        isOpen = true;
        lines.clear();
        CashlessCommand settle = settleWhenOpen;
        settleWhenOpen = null;
        if (settle != null) {
            command(settle, nowMillis);
        } else if (dialogue.isStarted() && !unsettled) {
            dialogue.restart(nowMillis);
        } else if (dialogue.isStarted()) {
            dialogue.enter(QibixxPhase.QUIET, UNSETTLED_MILLIS, nowMillis);
        }
        return dialogue.output();
    }

    @Override
    public LineOutput<CashlessEvent> closed(long nowMillis) {
        isOpen = false;
        switch (dialogue.phase()) {
            case REQUESTED, APPROVED, CANCELLING -> unsettled = true;
            case CONFIRMING, FAILING -> {
                unsettled = false;
                dialogue.broken("the line is gone");
            }
            default -> {}
        }
        dialogue.forgetLine();
        if (dialogue.isStarted()) {
            dialogue.tell(new CashlessEvent.ReaderLost("the line is gone"));
        }
        return dialogue.output();
    }

    @Override
    public LineOutput<CashlessEvent> received(byte[] bytes, long nowMillis) {
        lines.received(bytes).forEach(line -> read(line, nowMillis));
        return dialogue.output();
    }

    @Override
    public LineOutput<CashlessEvent> commanded(CashlessCommand command, long nowMillis) {
        if (isOpen) {
            command(command, nowMillis);
        } else {
            keep(command);
        }
        return dialogue.output();
    }

    @Override
    public LineOutput<CashlessEvent> elapsed(long nowMillis) {
        if (isOpen && nowMillis >= dialogue.deadlineMillis()) {
            overdue(nowMillis);
        }
        return dialogue.output();
    }

    @Override
    public long deadlineMillis() {
        return isOpen ? dialogue.deadlineMillis() : Long.MAX_VALUE;
    }

    private void command(CashlessCommand command, long now) {
        switch (command) {
            case CashlessCommand.Start() -> start(now);
            case CashlessCommand.Enable() -> want(true, now);
            case CashlessCommand.Disable() -> want(false, now);
            case CashlessCommand.RequestVend(long amount, int item) -> request(amount, item, now);
            case CashlessCommand.ConfirmVend ignored -> {
                unsettled = false;
                settle(true, now);
            }
            case CashlessCommand.FailVend ignored -> {
                unsettled = false;
                settle(false, now);
            }
            case CashlessCommand.Aside aside -> refuse(aside);
        }
    }

    /** The line is closed: the latest settling command and the wishes are kept until it opens. */
    private void keep(CashlessCommand command) {
        switch (command) {
            case CashlessCommand.Start() -> {
                unsettled = false;
                dialogue.markStarted();
            }
            case CashlessCommand.Enable() -> dialogue.want(true);
            case CashlessCommand.Disable() -> dialogue.want(false);
            case CashlessCommand.RequestVend ignored ->
                    dialogue.tell(new CashlessEvent.VendDenied());
            case CashlessCommand.ConfirmVend confirm -> settleWhenOpen = confirm;
            case CashlessCommand.FailVend fail -> settleWhenOpen = fail;
            case CashlessCommand.Aside aside -> refuse(aside);
        }
    }

    /** The box keeps these parts of MDB to itself. */
    private void refuse(CashlessCommand.Aside aside) {
        if (aside.isRevalue()) {
            dialogue.tell(new CashlessEvent.RevalueDenied());
        }
    }

    private void start(long now) {
        unsettled = false;
        dialogue.markStarted();
        switch (dialogue.phase()) {
            case CONFIRMING, FAILING, CANCELLING, COMPLETING, STARTING -> {}
            default -> dialogue.restart(now);
        }
    }

    private void want(boolean cards, long now) {
        dialogue.want(cards);
        if (!cards && dialogue.phase() == QibixxPhase.SESSION) {
            dialogue.complete(now);
        } else if (!cards && dialogue.phase() == QibixxPhase.REQUESTED) {
            dialogue.cancelRequest(now);
        }
        dialogue.reconcile(now);
    }

    private void request(long amountMinor, int item, long now) {
        switch (dialogue.phase()) {
            case SESSION -> dialogue.request(amountMinor, item, now);
            case REQUESTED, APPROVED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("A second vend: " + dialogue.phase());
            default -> dialogue.tell(new CashlessEvent.VendDenied());
        }
    }

    private void settle(boolean delivered, long now) {
        switch (dialogue.phase()) {
            case QUIET, APPROVED -> {
                if (delivered) {
                    dialogue.confirm(now);
                } else {
                    dialogue.fail(now);
                }
            }
            case REQUESTED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("A vend settled in " + dialogue.phase());
            default -> settleWhatIsGone(delivered, now);
        }
    }

    /** The vend went with a reset; another session may have begun since. */
    private void settleWhatIsGone(boolean delivered, long now) {
        if (!delivered) {
            dialogue.tell(new CashlessEvent.FailureSettled(Settlement.UNKNOWN));
        }
        if (dialogue.phase() == QibixxPhase.SESSION) {
            dialogue.complete(now);
        } else if (dialogue.phase() != QibixxPhase.COMPLETING) {
            dialogue.tell(new CashlessEvent.SessionEnded());
        }
    }

    private void read(QibixxLine line, long now) {
        switch (line) {
            case QibixxLine.Reset() -> reset(now);
            case QibixxLine.Initialised ignored -> {
                dialogue.initialised();
                dialogue.reconcile(now);
            }
            case QibixxLine.Idle() -> dialogue.idle(now);
            case QibixxLine.Credit(long funds) -> credit(funds, now);
            case QibixxLine.Vending() -> {}
            case QibixxLine.Approved(long amount) -> approved(amount, now);
            case QibixxLine.Denied() -> denied(now);
            case QibixxLine.Failed(String text) -> failed(text, now);
            case QibixxLine.Other() -> {}
            case QibixxLine.Unusable(String text, String reason) ->
                    dialogue.tell(new CashlessEvent.Garbled(text, reason));
        }
    }

    /** A reset nobody asked for hides what became of an open vend. */
    private void reset(long now) {
        if (dialogue.phase() != QibixxPhase.STARTING && dialogue.phase() != QibixxPhase.QUIET) {
            dialogue.broken("the reader has been reset");
            dialogue.enter(QibixxPhase.STARTING, QibixxDialogue.ANSWER_MILLIS, now);
        }
    }

    private void credit(long fundsMinor, long now) {
        if (dialogue.phase() == QibixxPhase.ENABLED || dialogue.phase() == QibixxPhase.ENABLING) {
            dialogue.enter(QibixxPhase.SESSION);
            dialogue.tell(new CashlessEvent.SessionBegan(fundsMinor));
        } else if (dialogue.phase() == QibixxPhase.DISABLED) {
            dialogue.complete(now);
        }
    }

    private void approved(long amountMinor, long now) {
        switch (dialogue.phase()) {
            case REQUESTED -> {
                dialogue.enter(QibixxPhase.APPROVED);
                dialogue.tell(new CashlessEvent.VendApproved(amountMinor));
            }
            case CANCELLING -> {
                dialogue.strayApproval();
                dialogue.enter(QibixxPhase.COMPLETING, QibixxDialogue.ANSWER_MILLIS, now);
            }
            case DISABLED, ENABLED, ENABLING, SESSION -> dialogue.strayApproval();
            case QUIET, STARTING, APPROVED, CONFIRMING, FAILING, COMPLETING, OFFLINE -> {}
        }
    }

    private void denied(long now) {
        switch (dialogue.phase()) {
            case REQUESTED, CANCELLING -> {
                dialogue.tell(new CashlessEvent.VendDenied());
                dialogue.complete(now);
            }
            default -> {}
        }
    }

    private void failed(String text, long now) {
        switch (dialogue.phase()) {
            case REQUESTED -> dialogue.cancelRequest(now);
            case STARTING, ENABLING -> dialogue.lost(text, now);
            case CONFIRMING, FAILING, CANCELLING, COMPLETING -> settleFailed(text, now);
            case QUIET, DISABLED, ENABLED, SESSION, APPROVED, OFFLINE -> {}
        }
    }

    private void settleFailed(String text, long now) {
        dialogue.broken(text);
        if (dialogue.isStarted()) {
            dialogue.restart(now);
        }
    }

    private void overdue(long now) {
        switch (dialogue.phase()) {
            case QUIET, OFFLINE -> dialogue.restart(now);
            case STARTING, ENABLING -> dialogue.lost("the box does not answer", now);
            case REQUESTED -> dialogue.cancelRequest(now);
            case CONFIRMING, FAILING, CANCELLING, COMPLETING ->
                    settleFailed("the box does not answer", now);
            case DISABLED, ENABLED, SESSION, APPROVED -> {}
        }
    }
}
