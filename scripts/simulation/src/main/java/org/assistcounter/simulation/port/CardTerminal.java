package org.assistcounter.simulation.port;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.PriceScale;
import org.assistcounter.devices.mdb.ReaderOption;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderModel;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A card reader and its issuer, which live on when the agent dies.
 *
 * <p>Fault model, that of the simulated reader on a bus: refusal, approval of nothing or of less, a
 * card pulled, a slow issuer, a refund that fails or takes long, a moment without power, a word
 * spoilt, and silence, in which it hears nothing and what it says is lost.
 */
public final class CardTerminal {
    private static final long POLL_MILLIS = 200;
    private static final long FUNDS_MOST = 60_000;
    private static final int OPTIONS_LEVEL = 3;

    private final World world;
    private final ReaderModel model;
    private final CashlessSettings wiring;
    private final CardFaults faults = new CardFaults();
    private CardLedger ledger = CardLedger.EMPTY;
    private State state = State.INACTIVE;
    private @Nullable CardPort host;
    private boolean isCardThere;
    private long fundsMinor;
    private long askedMinor;
    private long asking;
    private long resets;
    private long unsaid;
    private long saysAtMillis;

    /** What it is at. */
    private enum State {
        INACTIVE,
        DISABLED,
        ENABLED,
        SESSION,
        ASKED,
        APPROVED
    }

    public CardTerminal(World world, ReaderModel model, CashlessSettings wiring) {
        this.world = world;
        this.model = model;
        this.wiring = wiring;
    }

    /** A life's end of its line. */
    public Port<CashlessCommand> port(Consumer<CashlessEvent> ears) {
        return new CardPort(world, this, ears);
    }

    public CardLedger ledger() {
        return ledger;
    }

    /** Somebody does something to it. */
    public void trick(ReaderTrick trick) {
        switch (trick) {
            case ReaderTrick.TapCard(long funds) -> tap(funds);
            case ReaderTrick.RemoveCard() -> cardGone();
            case ReaderTrick.PowerBlip() -> reset();
            default -> faults.strike(trick, world.nowMillis());
        }
    }

    void join(@Nullable CardPort port) {
        host = port;
    }

    boolean isSilent() {
        return world.nowMillis() < faults.silentUntilMillis();
    }

    /** When a poll is answered again; what it says then, it has said. */
    long answersAtMillis() {
        return Math.max(faults.silentUntilMillis(), faults.refundsUntilMillis());
    }

    boolean hasToSay() {
        return unsaid > 0;
    }

    /** Whether what it says next is noise; once. */
    boolean takeNoise() {
        return faults.takeNoise();
    }

    boolean isMultivend() {
        return model.config().isMultivend();
    }

    boolean isAlwaysIdle() {
        return isOffered(ReaderOption.ALWAYS_IDLE) && wiring.usesAlwaysIdle();
    }

    private boolean isOffered(ReaderOption option) {
        return model.config().level() >= OPTIONS_LEVEL && option.isIn(model.offered());
    }

    CashlessEvent.ReaderReady ready() {
        boolean isWide = isOffered(ReaderOption.AMOUNTS_OF_32_BITS);
        PriceScale scale =
                new PriceScale(model.config().scale(), model.config().decimals(), isWide);
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        for (Ability ability : Ability.values()) {
            boolean is =
                    switch (ability) {
                        case REFUND -> model.config().canRefund();
                        case MULTIVEND -> isMultivend();
                        case CASH_SALE -> model.config().hasCashSale();
                        case REVALUE -> model.config().level() >= 2;
                        case WIDE_AMOUNTS -> isWide;
                        case ALWAYS_IDLE -> isAlwaysIdle();
                    };
            if (is) {
                abilities.add(ability);
            }
        }
        return new CashlessEvent.ReaderReady(
                model.config().level(), abilities, scale.stepMinor(), scale.mostMinor());
    }

    /** It has been told all that a set-up tells. */
    void isSetUp() {
        if (state == State.INACTIVE) {
            state = State.DISABLED;
        }
    }

    void hear(CardAsk ask, long amountMinor) {
        switch (ask) {
            case RESET -> reset();
            case ENABLE -> switchTo(State.ENABLED);
            case DISABLE -> switchTo(State.DISABLED);
            case REQUEST -> ask(amountMinor);
            case CANCEL -> cancel();
            case SUCCESS -> settle(kept(ledger), false);
            case FAILURE -> refund();
            case COMPLETE -> complete();
        }
    }

    private void reset() {
        ledger = kept(ledger);
        state = State.INACTIVE;
        isCardThere = false;
        faults.reset();
        resets++;
        unsaid = 0;
        saysAtMillis = 0;
        say(new CardWord.JustReset());
    }

    private void switchTo(State next) {
        if (state == State.DISABLED || state == State.ENABLED) {
            state = next;
        } else if (state != State.SESSION) {
            say(new CardWord.OutOfSequence());
        }
    }

    private void tap(long funds) {
        if (state == State.ENABLED) {
            takeCard(funds);
            state = State.SESSION;
            say(new CardWord.CardThere(Math.min(funds, FUNDS_MOST)));
        } else if (state == State.ASKED && !isCardThere) {
            takeCard(funds);
            decideLater();
        }
    }

    private void takeCard(long funds) {
        fundsMinor = funds;
        isCardThere = true;
    }

    private void cardGone() {
        if (state == State.ASKED) {
            deny();
            say(new CardWord.CardGone());
        } else if (state == State.SESSION) {
            say(new CardWord.CardGone());
        }
    }

    private void ask(long amountMinor) {
        if (state != State.SESSION && !(state == State.ENABLED && isAlwaysIdle())) {
            say(new CardWord.OutOfSequence());
            return;
        }
        askedMinor = amountMinor;
        state = State.ASKED;
        asking++;
        if (isCardThere) {
            decideLater();
        }
    }

    private void decideLater() {
        long vend = asking;
        world.at(
                world.nowMillis() + faults.decideAfterMillis(),
                () -> {
                    if (vend == asking && state == State.ASKED) {
                        decide();
                    }
                });
    }

    private void decide() {
        boolean isRefused = faults.take(CardFaults.Next.DENY) || askedMinor > fundsMinor;
        if (isRefused) {
            deny();
            return;
        }
        long wanted = faults.take(CardFaults.Next.APPROVE_LESS) ? askedMinor / 2 : askedMinor;
        long taken = faults.take(CardFaults.Next.APPROVE_NOTHING) ? 0 : wanted;
        state = State.APPROVED;
        fundsMinor -= taken;
        ledger =
                new CardLedger(
                        ledger.approvedMinor() + taken,
                        ledger.refundedMinor(),
                        ledger.keptMinor(),
                        ledger.deniedCount(),
                        List.of());
        say(new CardWord.Approved(taken));
    }

    private void deny() {
        ledger =
                new CardLedger(
                        ledger.approvedMinor(),
                        ledger.refundedMinor(),
                        ledger.keptMinor(),
                        ledger.deniedCount() + 1,
                        List.of());
        state = State.SESSION;
        asking++;
        say(new CardWord.Denied());
    }

    private void cancel() {
        if (state == State.ASKED) {
            deny();
        } else if (state == State.APPROVED) {
            settle(refunded(ledger), true);
        } else {
            say(new CardWord.OutOfSequence());
        }
    }

    private void settle(CardLedger next, boolean isDenied) {
        if (state != State.APPROVED) {
            say(new CardWord.OutOfSequence());
            return;
        }
        ledger = next;
        state = State.SESSION;
        if (isDenied) {
            say(new CardWord.Denied());
        }
    }

    private void refund() {
        if (state != State.APPROVED) {
            say(new CardWord.OutOfSequence());
            return;
        }
        state = State.SESSION;
        faults.refundBegins(world.nowMillis());
        if (faults.take(CardFaults.Next.REFUND_FAILS) || !model.config().canRefund()) {
            ledger = kept(ledger);
            say(new CardWord.RefundLost());
        } else {
            ledger = refunded(ledger);
        }
    }

    private void complete() {
        if (state == State.SESSION) {
            isCardThere = false;
            state = State.ENABLED;
            say(new CardWord.Ended());
        } else {
            say(new CardWord.OutOfSequence());
        }
    }

    private static CardLedger kept(CardLedger ledger) {
        return new CardLedger(
                ledger.approvedMinor(),
                ledger.refundedMinor(),
                ledger.keptMinor() + ledger.openMinor(),
                ledger.deniedCount(),
                List.of());
    }

    private static CardLedger refunded(CardLedger ledger) {
        return new CardLedger(
                ledger.approvedMinor(),
                ledger.refundedMinor() + ledger.openMinor(),
                ledger.keptMinor(),
                ledger.deniedCount(),
                List.of());
    }

    /** One word at each poll; a reset forgets what was not said yet. */
    private void say(CardWord word) {
        unsaid++;
        long refund = word instanceof CardWord.RefundLost ? faults.refundsUntilMillis() : 0;
        saysAtMillis =
                Math.max(
                        Math.max(world.nowMillis() + POLL_MILLIS / 2, refund),
                        saysAtMillis + POLL_MILLIS);
        sayAt(saysAtMillis, resets, word);
    }

    private void sayAt(long atMillis, long reset, CardWord word) {
        world.at(
                atMillis,
                () -> {
                    if (reset == resets) {
                        unsaid--;
                        said(word);
                    }
                });
    }

    private void said(CardWord word) {
        CardPort listener = host;
        if (listener == null) {
            return;
        }
        if (isSilent()) {
            lost(word);
            return;
        }
        if (takeNoise()) {
            listener.garbled();
        } else {
            listener.hear(word);
        }
    }

    /** What it says in silence is lost, but money that did not go back must not look refunded. */
    private void lost(CardWord word) {
        if (word instanceof CardWord.RefundLost) {
            unsaid++;
            sayAt(faults.silentUntilMillis(), resets, word);
        }
    }
}
