package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final CounterId COUNTER = new CounterId("0".repeat(32));
    private static final CounterId ANOTHER = new CounterId("1".repeat(32));
    private static final Ed25519 KEY = new Ed25519(new byte[32]);
    private static final Refusal REFUSAL =
            new Refusal("fork", 7, new Hash(new byte[Hash.LENGTH]), "another record 7 is known");

    @Test
    void opensAtTheCounterItWasSignedFor() throws Exception {
        assertThat(open(REFUSAL.sign(COUNTER, KEY), COUNTER)).isEqualTo(REFUSAL);
    }

    @Test
    void isNoneAtAnotherCounter() {
        assertThatExceptionOfType(MalformedCborException.class)
                .isThrownBy(() -> open(REFUSAL.sign(COUNTER, KEY), ANOTHER))
                .withMessage("the signature is wrong");
    }

    @Test
    void isNoneWhenAnyByteIsChanged() {
        byte[] signed = REFUSAL.sign(COUNTER, KEY);
        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;

            assertThatExceptionOfType(MalformedCborException.class)
                    .isThrownBy(() -> open(changed, COUNTER));
        }
    }

    @Test
    void isNotMadeOfAnAnswer() {
        byte[] answer = new Answer("a", Answer.State.CLOSED, null, 0, null).sign(COUNTER, KEY);

        assertThatExceptionOfType(MalformedCborException.class)
                .isThrownBy(() -> open(answer, COUNTER));
    }

    private static Refusal open(byte[] bytes, CounterId counter) throws MalformedCborException {
        return Refusal.open(bytes, counter, KEY.publicKey(), Ed25519::holds);
    }
}
