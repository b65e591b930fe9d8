package org.assistcounter.simulation.port;

import java.util.EnumSet;
import java.util.Set;
import org.assistcounter.simulators.cashless.ReaderTrick;

/** What will go wrong with a card reader next. */
final class CardFaults {
    private static final long DECISION_MILLIS = 800;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Set<Next> next = EnumSet.noneOf(Next.class);
    private long decideAfterMillis = DECISION_MILLIS;
    private long refundMillis;
    private long refundsUntilMillis = NEVER;
    private long silentUntilMillis = NEVER;

    /** What happens once. */
    enum Next {
        DENY,
        APPROVE_NOTHING,
        APPROVE_LESS,
        REFUND_FAILS,
        NOISE
    }

    /** Of a wire and its bytes there is nothing here to be spoilt but a whole word. */
    void strike(ReaderTrick trick, long nowMillis) {
        switch (trick) {
            case ReaderTrick.DenyNext() -> next.add(Next.DENY);
            case ReaderTrick.ApproveNothingNext() -> next.add(Next.APPROVE_NOTHING);
            case ReaderTrick.ApproveLessNext() -> next.add(Next.APPROVE_LESS);
            case ReaderTrick.FailNextRefund() -> next.add(Next.REFUND_FAILS);
            case ReaderTrick.NoiseNext() -> next.add(Next.NOISE);
            case ReaderTrick.DecideAfter(long millis) -> decideAfterMillis = millis;
            case ReaderTrick.SlowRefund(long millis) -> refundMillis = millis;
            case ReaderTrick.GoSilent(long millis) -> silentUntilMillis = nowMillis + millis;
            case ReaderTrick.TapCard _,
                    ReaderTrick.RemoveCard _,
                    ReaderTrick.PowerBlip _,
                    ReaderTrick.FlipNext _,
                    ReaderTrick.LoseNext _ ->
                    throw new IllegalArgumentException("no fault of a port: " + trick);
        }
    }

    boolean take(Next kind) {
        return next.remove(kind);
    }

    boolean takeNoise() {
        return next.remove(Next.NOISE);
    }

    long decideAfterMillis() {
        return decideAfterMillis;
    }

    void refundBegins(long nowMillis) {
        refundsUntilMillis = nowMillis + refundMillis;
    }

    long refundsUntilMillis() {
        return refundsUntilMillis;
    }

    long silentUntilMillis() {
        return silentUntilMillis;
    }

    /** A moment without power ends a refund under way. */
    void reset() {
        refundsUntilMillis = NEVER;
    }
}
