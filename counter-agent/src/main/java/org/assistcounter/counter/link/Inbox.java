package org.assistcounter.counter.link;

import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Checkpoint;

/** Where the fleet's words go. Called on the link's thread. */
public interface Inbox {

    void answered(Answer answer);

    void reachable(boolean reachable);

    void checkpoint(String note, Checkpoint checkpoint);

    /** Whether the fleet believes this journal; the counter sells only while it does. */
    void believed(boolean believed);

    /** What the fleet wants this counter to sell by, signed for it. */
    void desired(SignedState state);

    /** Something that was not understood or not believed. */
    void refused(String source, String what, String detail);
}
