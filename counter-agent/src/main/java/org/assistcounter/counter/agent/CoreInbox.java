package org.assistcounter.counter.agent;

import org.assistcounter.counter.link.Inbox;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Checkpoint;

/** The fleet's words as inputs of the core. */
record CoreInbox(CoreThread core) implements Inbox {

    @Override
    public void answered(Answer answer) {
        core.offer(new Input.FleetAnswered(answer));
    }

    @Override
    public void reachable(boolean reachable) {
        core.offer(new Input.FleetReachable(reachable));
    }

    @Override
    public void believed(boolean believed) {
        core.offer(new Input.JournalBelieved(believed));
    }

    @Override
    public void checkpoint(String note, Checkpoint checkpoint) {
        core.checkpoint(note);
    }

    @Override
    public void desired(SignedState state) {
        core.offer(new Input.DesiredCame(state));
    }

    @Override
    public void refused(String source, String what, String detail) {
        core.offer(new Input.Refused(source, what, detail));
    }
}
