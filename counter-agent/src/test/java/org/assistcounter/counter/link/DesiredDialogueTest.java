package org.assistcounter.counter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.counter.desired.States;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.MemoryJournalStore;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.ReportedState;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said to the fleet of desired states, and what is believed of them. */
class DesiredDialogueTest {
    private static final Ed25519 ANOTHER_KEY = new Ed25519(another());
    private static final SignedState THIRD = States.apples(3, 900);

    private final List<Map.Entry<String, byte[]>> said = new ArrayList<>();
    private final Heard heard = new Heard();
    private final Dialogue dialogue = dialogue(States.KEY.publicKey());

    private Dialogue dialogue(byte @Nullable [] directiveKey) {
        Peer peer =
                new Peer(Chains.COUNTER, "fleet.example", new byte[32], new byte[32], "0.1.0")
                        .directedBy(directiveKey);
        return new Dialogue(
                (topic, payload) -> said.add(Map.entry(topic, payload)),
                peer,
                new MemoryJournalStore(new ArrayList<>()),
                Chains.GENESIS,
                heard);
    }

    @Test
    void handsASignedStateToTheCore() throws Exception {
        hears(signed(Chains.COUNTER, States.KEY));

        assertThat(heard.next()).isEqualTo("desired 3");
        assertThat(reports()).isEmpty();
    }

    @Test
    void believesNoStateOfAnotherKeyOrForAnotherCounter() throws Exception {
        hears(signed(Chains.COUNTER, ANOTHER_KEY));
        hears(signed(new CounterId("f".repeat(32)), States.KEY));

        assertThat(heard.next()).isEqualTo("refused desired: the signature is wrong");
        assertThat(heard.next()).isEqualTo("refused desired: the signature is wrong");
        assertThat(reports()).isEmpty();
    }

    @Test
    void believesNoneWhereTheCardWasGivenNoKeyForItAndSaysSoOnceAStart() throws Exception {
        Dialogue keyless = dialogue(null);
        for (int delivery = 0; delivery < 3; delivery++) {
            keyless.heard(Topics.DESIRED, signed(Chains.COUNTER, States.KEY), 0);
        }
        keyless.heard("unknown", new byte[0], 0);

        assertThat(heard.next()).startsWith("refused desired: this card was given no key");
        assertThat(heard.next()).as("the next that the core hears").isEqualTo("refused unknown");
    }

    @Test
    void reportsEachChangeOnce() throws Exception {
        ReportedState third = new ReportedState(3, 0, null);
        dialogue.stands(third);
        dialogue.stands(third);

        assertThat(reports()).containsExactly(third);
    }

    @Test
    void answersAStateThatComesAgainAtOnce() throws Exception {
        dialogue.stands(new ReportedState(3, 0, null));
        hears(signed(Chains.COUNTER, States.KEY));

        assertThat(reports()).hasSize(2);
    }

    @Test
    void answersARefusedStateThatComesAgainAtOnce() throws Exception {
        dialogue.stands(new ReportedState(0, 3, Rejection.OVER_CEILING));
        hears(signed(Chains.COUNTER, States.KEY));

        assertThat(reports()).hasSize(2);
    }

    @Test
    void greetsWithWhatIsInForce() throws Exception {
        dialogue.stands(new ReportedState(3, 0, null));
        dialogue.joined(0);

        byte[] hello =
                said.stream()
                        .filter(each -> each.getKey().equals(Topics.HELLO))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        assertThat(Hello.decode(hello).desired()).isEqualTo(3);
    }

    private void hears(byte[] payload) {
        dialogue.heard(Topics.DESIRED, payload, 0);
    }

    private static byte[] signed(CounterId counter, Ed25519 key) {
        return SignedState.of(new DesiredState(3, THIRD.state().products()), counter, key).bytes();
    }

    private List<ReportedState> reports() throws Exception {
        List<ReportedState> reports = new ArrayList<>();
        for (Map.Entry<String, byte[]> each : said) {
            if (each.getKey().equals(Topics.REPORTED)) {
                reports.add(ReportedState.decode(each.getValue()));
            }
        }
        return reports;
    }

    private static byte[] another() {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        seed[0] = 1;
        return seed;
    }
}
