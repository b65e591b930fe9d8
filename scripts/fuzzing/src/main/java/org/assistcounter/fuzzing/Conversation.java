package org.assistcounter.fuzzing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;

/**
 * A driver and the other end of its line in virtual time, with bytes put in between. Whatever comes
 * in, a driver may not spin, flood its line, or keep more than it has heard.
 */
final class Conversation<C, E, T, S> {
    private static final int STEPS_AT_ONCE = 2_000;
    private static final int SENT_MAX = 4_096;

    private final LineDriver<C, E> ours;
    private final LineDriver<T, S> theirs;
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final List<E> heard = new ArrayList<>();
    private long now;

    Conversation(LineDriver<C, E> ours, LineDriver<T, S> theirs) {
        this.ours = ours;
        this.theirs = theirs;
        toOurs(theirs.opened(now));
        toTheirs(ours.opened(now));
        carry();
    }

    /** What the driver told since this was asked last. */
    List<E> heard() {
        List<E> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    long deadlineIn() {
        return ours.deadlineMillis() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : ours.deadlineMillis() - now;
    }

    void command(C command) {
        toTheirs(ours.commanded(command, now));
        carry();
    }

    void trick(T trick) {
        toOurs(theirs.commanded(trick, now));
        carry();
    }

    /** These bytes come as if the other end had sent them. */
    void put(byte[] bytes) {
        toTheirs(ours.received(bytes, now));
        carry();
    }

    void run(long millis) {
        long end = now + millis;
        int steps = 0;
        long due = Math.min(ours.deadlineMillis(), theirs.deadlineMillis());
        while (due <= end) {
            steps = due > now ? 0 : steps + 1;
            Require.that(steps < STEPS_AT_ONCE, "time goes on");
            now = Math.max(now, due);
            if (ours.deadlineMillis() <= now) {
                toTheirs(ours.elapsed(now));
            }
            if (theirs.deadlineMillis() <= now) {
                toOurs(theirs.elapsed(now));
            }
            carry();
            due = Math.min(ours.deadlineMillis(), theirs.deadlineMillis());
        }
        now = end;
    }

    private void carry() {
        int steps = 0;
        while (!underWay.isEmpty()) {
            steps++;
            Require.that(steps < STEPS_AT_ONCE, "two ends do not answer each other for ever");
            underWay.remove().run();
        }
    }

    private void toTheirs(LineOutput<E> output) {
        heard.addAll(output.events());
        for (byte[] bytes : output.sends()) {
            Require.that(bytes.length <= SENT_MAX, "a message is short");
            underWay.add(() -> toOurs(theirs.received(bytes, now)));
        }
    }

    private void toOurs(LineOutput<S> output) {
        for (byte[] bytes : output.sends()) {
            underWay.add(() -> toTheirs(ours.received(bytes, now)));
        }
    }
}
