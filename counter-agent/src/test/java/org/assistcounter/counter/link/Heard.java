package org.assistcounter.counter.link;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Checkpoint;

/** What the link told the core, in order and in words. */
final class Heard implements Inbox {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
        String word = words.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (word == null) {
            throw new AssertionError("the core was told nothing");
        }
        return word;
    }

    @Override
    public void answered(Answer answer) {
        words.add("answered " + answer.state());
    }

    @Override
    public void reachable(boolean reachable) {
        words.add("reachable " + reachable);
    }

    @Override
    public void believed(boolean believed) {
        words.add("believed " + believed);
    }

    @Override
    public void checkpoint(String note, Checkpoint checkpoint) {
        words.add("checkpoint " + checkpoint.seq());
    }

    @Override
    public void desired(SignedState state) {
        words.add("desired " + state.revision());
    }

    @Override
    public void refused(String source, String what, String detail) {
        words.add(what.equals("topic") ? "refused " + detail : "refused " + what + ": " + detail);
    }
}
