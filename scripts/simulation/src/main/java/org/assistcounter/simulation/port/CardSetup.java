package org.assistcounter.simulation.port;

import java.util.function.Consumer;
import org.assistcounter.devices.cashless.CashlessEvent;

/** A reader is reset and set up, takes cards or takes none, and is tried again when it is lost. */
abstract class CardSetup implements CardTalk.Owner {
    static final long ENDING_MILLIS = 10_000;
    private static final long SET_UP_MILLIS = 600;
    private static final long AGAIN_MILLIS = 1_000;
    static final long PATIENCE_MILLIS = 5_000;
    private static final long OFFLINE_MILLIS = 10_000;

    private final Line line;
    private final CardTerminal reader;
    private final Consumer<CashlessEvent> ears;
    private final CardTalk talk;
    private CardPhase phase = CardPhase.QUIET;

    /** Which phase this is, counted: what was planned in another one does not happen. */
    private long turn;

    private boolean isStarted;
    private boolean isAgreed;
    private boolean isWanted;
    private boolean isAwaited;

    CardSetup(Line line, CardTerminal reader, Consumer<CashlessEvent> ears) {
        this.line = line;
        this.reader = reader;
        this.ears = ears;
        this.talk = new CardTalk(line, reader, this);
    }

    /** The phase's time is over. */
    abstract void overdue();

    /** What is under way has no further answer. */
    abstract void broken(String reason);

    Line line() {
        return line;
    }

    CardTerminal reader() {
        return reader;
    }

    CardTalk talk() {
        return talk;
    }

    CardPhase phase() {
        return phase;
    }

    boolean isStarted() {
        return isStarted;
    }

    boolean isWanted() {
        return isWanted;
    }

    void tell(CashlessEvent event) {
        ears.accept(event);
    }

    void markStarted() {
        isStarted = true;
    }

    /** Enters a phase that may last. */
    void enter(CardPhase next) {
        phase = next;
        turn++;
    }

    /** Enters a phase that must be left within the given time. */
    void enter(CardPhase next, long limitMillis) {
        enter(next);
        inThisPhase(limitMillis, this::overdue);
    }

    void inThisPhase(long millis, Runnable action) {
        long planned = turn;
        line.later(
                millis,
                () -> {
                    if (planned == turn) {
                        action.run();
                    }
                });
    }

    /** The line has opened or gone; nothing that was said on the old one holds. */
    void forget() {
        isAgreed = false;
        talk.clear();
        enter(CardPhase.QUIET);
    }

    void restart() {
        isStarted = true;
        talk.clear();
        enter(CardPhase.RESETTING);
        talk.send(CardAsk.RESET, 0);
    }

    void want(boolean cards) {
        isWanted = cards;
        isAwaited = cards;
        reconcile();
    }

    void reconcile() {
        if (!talk.isIdle()) {
            return;
        }
        if (isWanted && phase == CardPhase.DISABLED) {
            talk.send(CardAsk.ENABLE, 0);
        }
        if (!isWanted && phase == CardPhase.ENABLED) {
            talk.send(CardAsk.DISABLE, 0);
        }
    }

    void setUpTaken(CardAsk ask) {
        boolean isSwitched = phase == CardPhase.DISABLED || phase == CardPhase.ENABLED;
        if (ask == CardAsk.RESET && phase == CardPhase.RESETTING) {
            enter(CardPhase.AWAITING_RESET, PATIENCE_MILLIS);
        } else if (ask == CardAsk.ENABLE && isSwitched) {
            enter(CardPhase.ENABLED);
            beginIdle();
        } else if (ask == CardAsk.DISABLE && isSwitched) {
            enter(CardPhase.DISABLED);
        }
    }

    /** By itself, or because it was told to. */
    void justReset() {
        switch (phase) {
            case RESETTING -> {}
            case AWAITING_RESET, SETTING_UP, OFFLINE -> setUp();
            default -> {
                broken("the reader has reset itself");
                if (isStarted) {
                    setUp();
                }
            }
        }
    }

    private void setUp() {
        isAgreed = false;
        talk.clear();
        enter(CardPhase.SETTING_UP);
        inThisPhase(SET_UP_MILLIS, () -> setUp(PATIENCE_MILLIS));
    }

    private void setUp(long patienceMillis) {
        if (!reader.isSilent()) {
            reader.isSetUp();
            isAgreed = true;
            enter(CardPhase.DISABLED);
            tell(reader.ready());
            reconcile();
        } else if (patienceMillis > 0) {
            inThisPhase(AGAIN_MILLIS, () -> setUp(patienceMillis - AGAIN_MILLIS));
        } else {
            lost("the reader does not answer");
        }
    }

    void lost(String reason) {
        tell(new CashlessEvent.ReaderLost(reason));
        talk.clear();
        enter(CardPhase.OFFLINE, OFFLINE_MILLIS);
    }

    /** Only a reset helps; the owner's book-keeping comes first. */
    void sessionBroken() {
        tell(new CashlessEvent.SessionEnded());
        if (isStarted) {
            restart();
        } else {
            forget();
        }
    }

    void sessionEnded() {
        tell(new CashlessEvent.SessionEnded());
        talk.drop(CardAsk.COMPLETE);
        enter(isStarted ? CardPhase.ENABLED : CardPhase.QUIET);
        if (isStarted && !isAgreed) {
            restart();
        }
        reconcile();
        beginIdle();
    }

    /** A reader that is always idle may be asked as soon as it takes cards. */
    private void beginIdle() {
        if (phase == CardPhase.ENABLED && reader.isAlwaysIdle() && isAwaited) {
            isAwaited = false;
            tell(new CashlessEvent.SessionBegan(-1));
        }
    }

    @Override
    public void overdue(CardAsk ask) {
        overdue();
    }

    void requireNoVend(String what) {
        switch (phase()) {
            case REQUESTED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("a vend " + what + " in " + phase());
            default -> {}
        }
    }

    void complete() {
        enter(CardPhase.COMPLETING, ENDING_MILLIS);
        talk().send(CardAsk.COMPLETE, 0);
    }
}
