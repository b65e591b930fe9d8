package org.assistcounter.fuzzing;

import java.util.List;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.sync.ReportedState;

/** By what a counter shall sell, and what it says of it. */
final class DesiredBorders {
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");

    /** A state of every kind of terms. */
    static final SignedState SAMPLE =
            SignedState.of(
                    new DesiredState(
                            7,
                            List.of(
                                    new Terms("apple", 250, true),
                                    new Terms("jujube", Terms.OF_THE_CARD, false),
                                    new Terms("walnut", Terms.PRICE_MAX, true))),
                    COUNTER,
                    Notes.KEY);

    private DesiredBorders() {}

    /** With a signature that always holds, so that what is signed is read too. */
    static void desired(byte[] bytes) {
        try {
            SignedState state = SignedState.open(bytes, COUNTER, new byte[32], (_, _, _) -> true);
            Require.sameBytes(state.bytes(), bytes, "a state is the bytes that were signed");
            SignedState again = SignedState.of(state.state(), COUNTER, Notes.KEY);
            Require.same(again.state(), state.state(), "a state is signed as it was read");
            Require.same(
                    again.bytes().length, bytes.length, "a state has one form but for who signed");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static void reported(byte[] bytes) {
        try {
            ReportedState report = ReportedState.decode(bytes);
            Require.same(
                    ReportedState.decode(report.encode()), report, "a report is as it was written");
        } catch (MalformedCborException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static List<byte[]> states() {
        return List.of(SAMPLE.bytes());
    }

    static List<byte[]> reports() {
        return List.of(
                new ReportedState(7, 0, null).encode(),
                new ReportedState(7, 8, Rejection.OVER_CEILING).encode());
    }
}
