package org.assistcounter.simulation;

import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.link.Dialogue;
import org.assistcounter.counter.link.Inbox;
import org.assistcounter.counter.link.Peer;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.Topics;

/**
 * The link of one life of an agent: the shipped dialogue and outbox on a connection that comes and
 * goes. As on a counter, link and core hand each other what they have to say and do not wait.
 */
final class StandLink implements Inbox, SimulatedNetwork.Session {
    private static final long RETRY_MIN_MILLIS = 500;
    private static final long RETRY_MAX_MILLIS = 10_000;

    private final Stand stand;
    private final SimulatedNetwork network;
    private final SimulatedCounter life;
    private final Dialogue dialogue;
    private boolean joined;
    private long retryMillis = RETRY_MIN_MILLIS;
    private long plannedMillis = Long.MAX_VALUE;

    StandLink(
            Stand stand,
            SimulatedNetwork network,
            SimulatedCounter life,
            Peer fleet,
            JournalStore card) {
        this.stand = stand;
        this.network = network;
        this.life = life;
        this.dialogue = new Dialogue(this::publish, fleet, card, life.head(), this);
        life.leavesBy(dialogue.outbox());
    }

    Outbox outbox() {
        return dialogue.outbox();
    }

    /** Looks for the fleet until it is found. */
    void seek() {
        if (joined || !life.isAlive()) {
            return;
        }
        if (stand.reach().isBothWays() && network.joins(stand.identity().id(), this)) {
            joined = true;
            retryMillis = RETRY_MIN_MILLIS;
            act(() -> dialogue.joined(now()));
        } else {
            retryMillis = Math.min(RETRY_MAX_MILLIS, retryMillis * 2);
            later(retryMillis, this::seek);
        }
    }

    void appended() {
        later(0, () -> act(() -> {}));
    }

    void ask(Question question) {
        later(0, () -> publish(Topics.ASK, Question.encode(question)));
    }

    /** The counter is without power. */
    void die() {
        network.leaves(stand.identity().id(), this);
    }

    @Override
    public void heard(String suffix, byte[] payload) {
        stand.atOnce(() -> {
            if (joined) {
                act(() -> dialogue.heard(suffix, payload, now()));
            }
        });
    }

    @Override
    public boolean hears() {
        return stand.reach().isDown();
    }

    @Override
    public void cut() {
        stand.atOnce(this::lost);
    }

    private void lost() {
        if (joined) {
            joined = false;
            network.leaves(stand.identity().id(), this);
            act(dialogue::lost);
            later(stand.reach().pauseMillis(), this::seek);
        }
    }

    /** One task of the link's thread; it ends by catching up with the journal. */
    private void act(Runnable task) {
        if (!life.isAlive()) {
            return;
        }
        task.run();
        dialogue.grown(life.head(), now());
        stand.settled();
        plan();
    }

    /** One alarm at a time: the earliest that the dialogue has asked for. */
    private void plan() {
        long due = dialogue.deadlineMillis();
        if (due < plannedMillis) {
            plannedMillis = due;
            stand.world().at(due, () -> elapsed(due));
        }
    }

    private void elapsed(long due) {
        if (due == plannedMillis) {
            plannedMillis = Long.MAX_VALUE;
            act(() -> dialogue.elapsed(now()));
        }
    }

    private void publish(String suffix, byte[] payload) {
        stand.settled();
        if (joined && stand.reach().isUp()) {
            network.up(this, new Message(stand.identity().id(), suffix, payload));
        }
    }

    @Override
    public void answered(Answer answer) {
        later(0, () -> life.input(new Input.FleetAnswered(answer)));
    }

    @Override
    public void reachable(boolean reachable) {
        later(0, () -> life.input(new Input.FleetReachable(reachable)));
    }

    @Override
    public void believed(boolean believed) {
        later(
                0,
                () -> {
                    life.input(new Input.JournalBelieved(believed));
                    stand.doubted(!believed);
                });
    }

    @Override
    public void checkpoint(String note, Checkpoint checkpoint) {
        later(0, () -> life.remember(note));
    }

    @Override
    public void desired(SignedState state) {
        later(0, () -> life.input(new Input.DesiredCame(state)));
    }

    @Override
    public void refused(String source, String what, String detail) {
        later(0, () -> life.input(new Input.Refused(source, what, detail)));
    }

    private void later(long millis, Runnable action) {
        stand.world()
                .at(
                        now() + millis,
                        () -> {
                            if (life.isAlive()) {
                                action.run();
                            }
                        });
    }

    private long now() {
        return stand.world().nowMillis();
    }
}
