package org.assistcounter.scripts.launcher;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the screen pushes, for a thread that waits for it. Views that came since the last wait are
 * kept, at most 64, because one that is there for 200 ms must not be missed.
 */
final class ViewInbox implements WebSocket.Listener {
    static final String SILENCE = "no answer";
    private static final int VIEWS_MAX = 64;

    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final StringBuilder part = new StringBuilder();
    private final Deque<JsonNode> unseen = new ArrayDeque<>();
    private JsonNode newest = JsonMapper.shared().createObjectNode();
    private String refusal = "";
    private String closed = "";

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = JsonMapper.shared().readTree(part.toString());
            part.setLength(0);
            tell(() -> take(frame));
        }
        socket.request(1);
        return null;
    }

    private void take(JsonNode frame) {
        if (frame.has("refused")) {
            refusal = frame.path("refused").asString();
            return;
        }
        newest = frame;
        unseen.add(frame);
        if (unseen.size() > VIEWS_MAX) {
            unseen.remove();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        tell(() -> closed = "closed with " + status + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        tell(() -> closed = "broke: " + error);
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a view has come; waits for it. */
    boolean isAnythingShown(Duration patience) {
        lock.lock();
        try {
            waitUntil(patience, () -> !newest.isEmpty() || !closed.isEmpty());
            return !newest.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What was shown and said before now no longer counts; the newest view stands. */
    JsonNode turnPage() {
        lock.lock();
        try {
            refusal = "";
            unseen.clear();
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** The first unseen view that is as wanted, else the newest if it is, else waits. */
    JsonNode await(String what, Duration patience, Predicate<JsonNode> wanted) {
        lock.lock();
        try {
            @Nullable JsonNode[] found = {find(wanted)};
            waitUntil(
                    patience,
                    () -> {
                        found[0] = found[0] == null ? find(wanted) : found[0];
                        return found[0] != null || !closed.isEmpty();
                    });
            JsonNode view = found[0];
            if (view == null) {
                throw new Refusal(
                        "Waited for %s; the screen %s, its last view was %s"
                                .formatted(
                                        what,
                                        closed.isEmpty() ? "did not show it" : closed,
                                        brief()));
            }
            return view;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable JsonNode find(Predicate<JsonNode> wanted) {
        while (!unseen.isEmpty()) {
            JsonNode view = unseen.remove();
            if (wanted.test(view)) {
                return view;
            }
        }
        return wanted.test(newest) ? newest : null;
    }

    /** What the screen said to an intent: empty when it moved on, else its refusal or SILENCE. */
    String answer(Duration patience, Predicate<JsonNode> movedOn) {
        lock.lock();
        try {
            waitUntil(
                    patience,
                    () -> movedOn.test(newest) || !refusal.isEmpty() || !closed.isEmpty());
            if (movedOn.test(newest)) {
                return "";
            }
            return refusal.isEmpty() ? SILENCE : refusal;
        } finally {
            lock.unlock();
        }
    }

    private void waitUntil(Duration patience, BooleanSupplier isSo) {
        try {
            long nanos = patience.toNanos();
            while (!isSo.getAsBoolean() && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private String brief() {
        String text = newest.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(1);
    }
}
