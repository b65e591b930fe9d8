package org.assistcounter.fleet.operators.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow without locking anybody out. Each failure of one login from one address
 * doubles the wait before the next try from there; the same person elsewhere waits for nobody.
 * Tries sent at the same time queue behind each other. Bounded: the oldest pair is forgotten first.
 */
@Component
class SignInDelay {

    private static final int PAIRS_MAX = 10_000;
    private static final int DOUBLINGS_MAX = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    SignInDelay(Clock clock) {
        this.clock = clock;
    }

    /**
     * How long this try has to wait; a place in the queue is taken by asking, unless that is longer
     * than somebody waits: who is sent away takes nobody's place.
     */
    synchronized Duration takeTurn(String login, String address, Duration max) {
        Instant now = clock.instant();
        Failures known = failures.get(login + "\n" + address);
        if (known == null || known.nextTurn().plus(FORGET_AFTER).isBefore(now)) {
            return Duration.ZERO;
        }
        Instant turn = known.nextTurn().isAfter(now) ? known.nextTurn() : now;
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(max) <= 0) {
            failures.put(login + "\n" + address, known.at(turn.plus(known.delay())));
        }
        return wait;
    }

    synchronized void failed(String login, String address) {
        String pair = login + "\n" + address;
        Failures known = failures.remove(pair);
        int count = known == null ? 1 : known.count() + 1;
        var after = new Failures(count, clock.instant());
        Instant turn = clock.instant().plus(after.delay());
        boolean isQueued = known != null && known.nextTurn().isAfter(turn);
        failures.put(pair, after.at(known != null && isQueued ? known.nextTurn() : turn));
        if (failures.size() > PAIRS_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String login, String address) {
        failures.remove(login + "\n" + address);
    }

    private record Failures(int count, Instant nextTurn) {

        Duration delay() {
            return FIRST_WAIT.multipliedBy(1L << Math.min(count - 1, DOUBLINGS_MAX));
        }

        Failures at(Instant turn) {
            return new Failures(count, turn);
        }
    }
}
