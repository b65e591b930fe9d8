package org.assistcounter.simulation.port;

import java.util.EnumSet;
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
    private static final long FUNDS_MOST = 60_000;
    private static final int OPTIONS_LEVEL = 3;

    private final World world;
    private final ReaderModel model;
    private final CashlessSettings wiring;
    private final CardFaults faults = new CardFaults();
    private final CardBooks books;
    private final CardVoice voice;
    private State state = State.INACTIVE;
    private boolean isCardThere;
    private long fundsMinor;
    private long askedMinor;
    private long asking;

    /** What it is at. */
    private enum State {
        INACTIVE,
        DISABLED,
        ENABLED,
        SESSION,
        ASKED,
        APPROVED
    }

    public CardTerminal(
            World world, ReaderModel model, CashlessSettings wiring, Bystander bystander) {
        this.world = world;
        this.model = model;
        this.wiring = wiring;
        this.books = new CardBooks(bystander);
        this.voice = new CardVoice(world, faults);
    }

    /** A life's end of its line. */
    public Port<CashlessCommand> port(Consumer<CashlessEvent> ears) {
        return new CardPort(world, this, ears);
    }

    public CardLedger ledger() {
        return books.sums();
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
        voice.join(port);
    }

    boolean isSilent() {
        return voice.isSilent();
    }

    /** When the line says and hears something again. */
    long silentUntilMillis() {
        return faults.silentUntilMillis();
    }

    /** When the reader itself answers a poll again. */
    long refundsUntilMillis() {
        return faults.refundsUntilMillis();
    }

    boolean hasToSay() {
        return voice.hasToSay();
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
            case SUCCESS -> succeed();
            case FAILURE -> refund();
            case COMPLETE -> complete();
        }
    }

    private void reset() {
        books.kept();
        state = State.INACTIVE;
        isCardThere = false;
        faults.reset();
        voice.reset();
    }

    private void switchTo(State next) {
        if (state == State.DISABLED || state == State.ENABLED) {
            state = next;
        } else if (state != State.SESSION) {
            voice.say(new CardWord.OutOfSequence());
        }
    }

    private void tap(long funds) {
        if (state == State.ENABLED) {
            takeCard(funds);
            state = State.SESSION;
            voice.say(new CardWord.CardThere(Math.min(funds, FUNDS_MOST)));
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
            voice.say(new CardWord.CardGone());
        } else if (state == State.SESSION) {
            voice.say(new CardWord.CardGone());
        }
    }

    private void ask(long amountMinor) {
        if (state != State.SESSION && !(state == State.ENABLED && isAlwaysIdle())) {
            voice.say(new CardWord.OutOfSequence());
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
        books.approved(taken);
        voice.say(new CardWord.Approved(taken));
    }

    private void deny() {
        books.denied();
        state = State.SESSION;
        asking++;
        voice.say(new CardWord.Denied());
    }

    private void cancel() {
        if (state == State.ASKED) {
            deny();
        } else if (state == State.APPROVED) {
            books.refunded();
            state = State.SESSION;
            voice.say(new CardWord.Denied());
        } else {
            voice.say(new CardWord.OutOfSequence());
        }
    }

    private void succeed() {
        if (state == State.APPROVED) {
            books.kept();
            state = State.SESSION;
        } else {
            voice.say(new CardWord.OutOfSequence());
        }
    }

    private void refund() {
        if (state != State.APPROVED) {
            voice.say(new CardWord.OutOfSequence());
            return;
        }
        state = State.SESSION;
        faults.refundBegins(world.nowMillis());
        if (faults.take(CardFaults.Next.REFUND_FAILS) || !model.config().canRefund()) {
            books.kept();
            voice.say(new CardWord.RefundLost());
        } else {
            books.refunded();
        }
    }

    private void complete() {
        if (state == State.SESSION) {
            isCardThere = false;
            state = State.ENABLED;
            voice.say(new CardWord.Ended());
        } else {
            voice.say(new CardWord.OutOfSequence());
        }
    }
}
