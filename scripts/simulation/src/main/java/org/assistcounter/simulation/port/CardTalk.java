package org.assistcounter.simulation.port;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One question at a time to a card reader. What is not heard is asked again each second, where that
 * is harmless, and given up after five.
 */
final class CardTalk {
    private static final long ANSWER_MILLIS = 4;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 5_000;

    private final Line line;
    private final CardTerminal reader;
    private final Owner owner;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private @Nullable Question open;
    private long asked;

    /** Who asks. */
    interface Owner {
        /** The reader took it. */
        void taken(CardAsk ask);

        /** It never answered. */
        void overdue(CardAsk ask);

        void garbled();
    }

    /** Numbered, because one may be asked twice. */
    private record Question(long number, CardAsk ask, long amountMinor) {}

    CardTalk(Line line, CardTerminal reader, Owner owner) {
        this.line = line;
        this.reader = reader;
        this.owner = owner;
    }

    void send(CardAsk ask, long amountMinor) {
        Question question = new Question(++asked, ask, amountMinor);
        if (open != null) {
            waiting.add(question);
        } else {
            begin(question);
        }
    }

    private void begin(Question question) {
        open = question;
        line.later(ANSWER_MILLIS, () -> attempt(question, PATIENCE_MILLIS));
    }

    private void attempt(Question question, long patienceMillis) {
        if (!question.equals(open)) {
            return;
        }
        boolean isHeard = !reader.isSilent();
        if (isHeard) {
            reader.hear(question.ask(), question.amountMinor());
        }
        if (isHeard && !reader.takeNoise()) {
            next();
            owner.taken(question.ask());
            return;
        }
        if (isHeard) {
            owner.garbled();
        }
        again(question, patienceMillis);
    }

    private void again(Question question, long patienceMillis) {
        long wait = question.ask().isRepeated() ? AGAIN_MILLIS : patienceMillis;
        line.later(
                wait,
                () -> {
                    if (!question.equals(open)) {
                        return;
                    }
                    if (wait < patienceMillis) {
                        attempt(question, patienceMillis - wait);
                    } else {
                        next();
                        owner.overdue(question.ask());
                    }
                });
    }

    private void next() {
        open = null;
        Question next = waiting.poll();
        if (next != null) {
            begin(next);
        }
    }

    /** What followed proves that it was taken. */
    void drop(CardAsk ask) {
        if (open != null && open.ask() == ask) {
            next();
        }
    }

    void clear() {
        open = null;
        waiting.clear();
    }

    boolean isIdle() {
        return open == null;
    }
}
