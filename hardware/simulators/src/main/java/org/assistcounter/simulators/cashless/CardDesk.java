package org.assistcounter.simulators.cashless;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assistcounter.devices.mdb.PriceScale;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderOption;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.jspecify.annotations.Nullable;

/** The card, the issuer and the books of a simulated reader: what it decides and has to say. */
final class CardDesk {

    private static final int REFUND_FAILED = 0xC0;
    private static final long FUNDS_MOST = 60_000;
    private static final long REVALUE_MOST = 5_000;

    private final ReaderModel model;
    private final Deque<ReaderMessage> toSay = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private SessionForm form = SessionForm.UNKNOWN;
    private long options;
    private ReaderState state = ReaderState.INACTIVE;
    private CardLedger ledger;
    private VmcMessage.@Nullable VendRequest asked;
    private boolean cardIsThere;
    private long fundsMinor;
    private long cashMinor;
    private long revaluedMinor;
    private long decideAtMillis = Long.MAX_VALUE;
    private long decideAfterMillis = 800;
    private long refundMillis;
    private long refundingUntilMillis = Long.MIN_VALUE;

    CardDesk(ReaderModel model, CardLedger ledger) {
        this.model = model;
        this.ledger = ledger.kept();
        toSay.add(new ReaderMessage.JustReset());
    }

    SessionForm form() {
        return form;
    }

    void agree(SessionForm agreed, long enabled) {
        form = agreed;
        options = enabled;
    }

    private PriceScale scale() {
        return new PriceScale(model.config().scale(), model.config().decimals(), form.isExpanded());
    }

    ReaderState state() {
        return state;
    }

    CardLedger ledger() {
        return ledger;
    }

    List<String> faults() {
        return faults;
    }

    /** What was reported as sold for cash. */
    long cashMinor() {
        return cashMinor;
    }

    /** What was put onto cards. */
    long revaluedMinor() {
        return revaluedMinor;
    }

    boolean isSilentAt(long nowMillis) {
        return nowMillis < refundingUntilMillis;
    }

    void decideAfter(long millis) {
        decideAfterMillis = millis;
    }

    void refundSlowly(long millis) {
        refundMillis = millis;
    }

    @Nullable ReaderMessage nextToSay() {
        return toSay.peek();
    }

    void say(ReaderMessage message) {
        toSay.add(message);
    }

    /** The VMC has the data that was said last. */
    void acknowledged() {
        toSay.poll();
    }

    /** What a reset or a moment without power does. */
    void reset() {
        ledger = ledger.kept();
        state = ReaderState.INACTIVE;
        agree(SessionForm.UNKNOWN, 0);
        asked = null;
        cardIsThere = false;
        decideAtMillis = Long.MAX_VALUE;
        refundingUntilMillis = Long.MIN_VALUE;
        toSay.clear();
        toSay.add(new ReaderMessage.JustReset());
    }

    /** In a vend that was asked for before, the card is what the issuer has waited for. */
    void tap(long funds, long now) {
        if (state == ReaderState.ENABLED) {
            takeCard(funds);
            state = ReaderState.SESSION_IDLE;
            long raw = Math.min(funds / scale().stepMinor() * scale().stepMinor(), FUNDS_MOST);
            say(new ReaderMessage.BeginSession(scale().rawOf(raw), 0, 0, 0));
        } else if (state == ReaderState.VEND_ASKED && !cardIsThere) {
            takeCard(funds);
            decideAtMillis = now + decideAfterMillis;
        }
    }

    private void takeCard(long funds) {
        fundsMinor = funds;
        cardIsThere = true;
    }

    void removeCard() {
        switch (state) {
            case SESSION_IDLE -> say(new ReaderMessage.SessionCancelRequest());
            case VEND_ASKED -> {
                deny();
                say(new ReaderMessage.SessionCancelRequest());
            }
            case INACTIVE, DISABLED, ENABLED, VEND_APPROVED -> {}
        }
    }

    void tick(long nowMillis) {
        if (nowMillis >= decideAtMillis && state == ReaderState.VEND_ASKED) {
            decide();
        }
    }

    void ask(VmcMessage.VendRequest request, long now) {
        boolean fromEnabled =
                state == ReaderState.ENABLED && ReaderOption.ALWAYS_IDLE.isIn(options);
        if (state != ReaderState.SESSION_IDLE && !fromEnabled) {
            outOfSequence();
            return;
        }
        asked = request;
        state = ReaderState.VEND_ASKED;
        decideAtMillis = cardIsThere ? now + decideAfterMillis : Long.MAX_VALUE;
    }

    private void decide() {
        VmcMessage.VendRequest request = asked;
        if (request == null) {
            return;
        }
        long amount = scale().minorOf(request.price());
        boolean refused = faults.remove("deny-next") || amount > fundsMinor;
        if (refused) {
            deny();
            return;
        }
        long wanted = faults.remove("approve-less-next") ? request.price() / 2 : request.price();
        long taken = faults.remove("approve-nothing-next") ? 0 : wanted;
        decideAtMillis = Long.MAX_VALUE;
        state = ReaderState.VEND_APPROVED;
        fundsMinor -= scale().minorOf(taken);
        ledger = ledger.approved(request.item(), scale().minorOf(taken));
        say(new ReaderMessage.VendApproved(taken));
    }

    private void deny() {
        VmcMessage.VendRequest request = asked;
        if (request != null) {
            ledger = ledger.denied(request.item(), scale().minorOf(request.price()));
        }
        decideAtMillis = Long.MAX_VALUE;
        state = ReaderState.SESSION_IDLE;
        say(new ReaderMessage.VendDenied());
    }

    void cancel() {
        if (state == ReaderState.VEND_ASKED) {
            deny();
        } else if (state == ReaderState.VEND_APPROVED) {
            ledger = ledger.refunded();
            state = ReaderState.SESSION_IDLE;
            say(new ReaderMessage.VendDenied());
        } else {
            outOfSequence();
        }
    }

    void succeed() {
        if (state == ReaderState.VEND_APPROVED) {
            ledger = ledger.kept();
            afterVend();
        } else {
            outOfSequence();
        }
    }

    void refund(long now) {
        if (state != ReaderState.VEND_APPROVED) {
            outOfSequence();
            return;
        }
        afterVend();
        refundingUntilMillis = now + refundMillis;
        if (faults.remove("refund-fails") || !model.config().canRefund()) {
            ledger = ledger.kept();
            say(new ReaderMessage.Malfunction(REFUND_FAILED));
        } else {
            ledger = ledger.refunded();
        }
    }

    private void afterVend() {
        state = ReaderState.SESSION_IDLE;
        asked = null;
    }

    void complete() {
        if (state == ReaderState.SESSION_IDLE) {
            cardIsThere = false;
            state = ReaderState.ENABLED;
            say(new ReaderMessage.EndSession());
        } else {
            outOfSequence();
        }
    }

    void switchTo(ReaderState next) {
        if (state == ReaderState.DISABLED || state == ReaderState.ENABLED) {
            state = next;
        } else if (state != ReaderState.SESSION_IDLE) {
            outOfSequence();
        }
    }

    /** Prices are the last thing a set-up of 16 bits tells; later ones change nothing. */
    void priced() {
        if (state == ReaderState.INACTIVE) {
            state = ReaderState.DISABLED;
        }
    }

    void soldForCash(VmcMessage.CashSale sale) {
        if (model.config().hasCashSale()) {
            cashMinor += scale().minorOf(sale.price());
        } else {
            outOfSequence();
        }
    }

    void revalue(VmcMessage.RevalueCommand command) {
        if (state != ReaderState.SESSION_IDLE || form.level() < 2) {
            outOfSequence();
            return;
        }
        switch (command) {
            case VmcMessage.RevalueLimitRequest() ->
                    say(new ReaderMessage.RevalueLimit(scale().rawOf(REVALUE_MOST)));
            case VmcMessage.RevalueRequest(long amount) -> {
                if (scale().minorOf(amount) > REVALUE_MOST) {
                    say(new ReaderMessage.RevalueDenied());
                } else {
                    revaluedMinor += scale().minorOf(amount);
                    say(new ReaderMessage.RevalueApproved());
                }
            }
        }
    }

    void outOfSequence() {
        say(new ReaderMessage.OutOfSequence(state.code()));
    }
}
