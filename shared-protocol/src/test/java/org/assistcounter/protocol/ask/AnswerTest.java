package org.assistcounter.protocol.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final CounterId COUNTER = new CounterId("0".repeat(32));
    private static final Ed25519 KEY = new Ed25519(new byte[32]);
    private static final String ATTEMPT = SaleId.of(1, 2).attempt(1);
    private static final Question.Price PRICE = new Question.Price(1280, "CNY", "核桃");
    private static final Answer ANSWER =
            new Answer(ATTEMPT, Answer.State.WAITING, "http://wallet/pay", 0, null);

    @Test
    void opensAtTheCounterItWasSignedFor() throws Exception {
        assertThat(open(ANSWER.sign(COUNTER, KEY), COUNTER)).isEqualTo(ANSWER);
    }

    @Test
    void isRefusedAtAnotherCounter() {
        assertThatThrownBy(() -> open(ANSWER.sign(COUNTER, KEY), new CounterId("1".repeat(32))))
                .isInstanceOf(MalformedCborException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void readsEveryQuestionBack() throws Exception {
        for (Question question :
                new Question[] {
                    new Question.OrderWallet(ATTEMPT, Wallet.ALIPAY, PRICE),
                    new Question.ChargeCode(ATTEMPT, PaymentCode.of("134567890123456789"), PRICE),
                    new Question.QueryWallet(ATTEMPT),
                    new Question.CloseWallet(ATTEMPT)
                }) {
            assertThat(Question.decode(Question.encode(question))).isEqualTo(question);
        }
    }

    @Test
    void keepsAnAttemptWithinAWalletsOrderNumber() {
        SaleId largest = SaleId.of(-1, -1);

        assertThat(largest.text()).hasSize(26).startsWith("7ZZ");
        assertThat(largest.refund(9, 1)).hasSizeLessThanOrEqualTo(32);
        assertThat(SaleId.of(0, 31).text()).endsWith("0Z");
        assertThat(SaleId.of(1, 0).text()).isEqualTo("0000000000000G000000000000");
    }

    private static Answer open(byte[] bytes, CounterId counter) throws MalformedCborException {
        return Answer.open(bytes, counter, KEY.publicKey(), Ed25519::holds);
    }
}
