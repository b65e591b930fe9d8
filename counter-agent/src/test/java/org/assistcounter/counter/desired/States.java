package org.assistcounter.counter.desired;

import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;

/** Desired states of the counter in tests. */
public final class States {
    public static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    public static final Ed25519 KEY = new Ed25519(new byte[32]);
    public static final Ceilings CEILINGS = Ceilings.of(Goods.release());

    private States() {}

    /** Apples for so much. */
    public static SignedState apples(long revision, long priceMinor) {
        return of(revision, new Terms("apple", priceMinor, true));
    }

    /** No apples. */
    public static SignedState noApples(long revision) {
        return of(revision, new Terms("apple", Terms.OF_THE_CARD, false));
    }

    public static SignedState of(long revision, Terms... terms) {
        return SignedState.of(new DesiredState(revision, List.of(terms)), COUNTER, KEY);
    }
}
