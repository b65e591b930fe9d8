package org.assistcounter.protocol.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.SignedWord;
import org.junit.jupiter.api.Test;

class SignedStateTest {
    private static final CounterId COUNTER = new CounterId("0".repeat(32));
    private static final CounterId ANOTHER = new CounterId("1".repeat(32));
    private static final Ed25519 KEY = new Ed25519(new byte[32]);
    private static final DesiredState STATE =
            new DesiredState(
                    7,
                    List.of(
                            new Terms("apple", 990, true),
                            new Terms("walnut", Terms.OF_THE_CARD, false)));

    @Test
    void opensAtTheCounterItWasSignedFor() throws Exception {
        SignedState signed = SignedState.of(STATE, COUNTER, KEY);

        assertThat(open(signed.bytes(), COUNTER)).isEqualTo(signed);
        assertThat(open(signed.bytes(), COUNTER).state()).isEqualTo(STATE);
    }

    @Test
    void isNoneAtAnotherCounter() {
        byte[] signed = SignedState.of(STATE, COUNTER, KEY).bytes();

        assertThatExceptionOfType(MalformedCborException.class)
                .isThrownBy(() -> open(signed, ANOTHER))
                .withMessage("the signature is wrong");
    }

    @Test
    void isNoneWhenAnyByteIsChanged() {
        byte[] signed = SignedState.of(STATE, COUNTER, KEY).bytes();
        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;

            assertThatExceptionOfType(MalformedCborException.class)
                    .isThrownBy(() -> open(changed, COUNTER));
        }
    }

    @Test
    void isNoneUnderTheNameOfAnotherWord() {
        byte[] refusal = new SignedWord("refusal").sign(STATE.map(), COUNTER, KEY);

        assertThatExceptionOfType(MalformedCborException.class)
                .isThrownBy(() -> open(refusal, COUNTER));
    }

    @Test
    void isNoneWithAFieldThatNobodyKnows() {
        refuses(STATE.map().put("and", 1));
    }

    @Test
    void isNoneOfAnotherVersion() {
        refuses(new CborMap().put("v", 2).put("revision", 7).put("products", List.<CborMap>of()));
    }

    @Test
    void isNoneOfRevisionZero() {
        refuses(new CborMap().put("v", 1).put("revision", 0).put("products", List.<CborMap>of()));
    }

    @Test
    void isNoneWithAPriceOfNothing() {
        refuses(
                new CborMap()
                        .put("v", 1)
                        .put("revision", 7)
                        .put(
                                "products",
                                List.of(
                                        new CborMap()
                                                .put("product", "apple")
                                                .put("offered", true)
                                                .put("price", 0))));
    }

    @Test
    void hasEachProductOnceAndInOrder() {
        Terms apple = new Terms("apple", 990, true);
        Terms walnut = new Terms("walnut", 990, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DesiredState(1, List.of(apple, apple)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DesiredState(1, List.of(walnut, apple)));
    }

    @Test
    void fitsIntoARecordWithAllTheProductsThatItMayHave() {
        List<Terms> all = new ArrayList<>();
        for (int i = 0; i < DesiredState.PRODUCTS_MAX; i++) {
            all.add(new Terms("product-%032d".formatted(i), Terms.PRICE_MAX, false));
        }

        assertThat(SignedState.of(new DesiredState(Long.MAX_VALUE, all), COUNTER, KEY).bytes())
                .hasSizeLessThan(12_000);
    }

    @Test
    void asksForAtMostTwiceThePriceOnTheCard() {
        assertThat(Terms.ceilingMinor(990)).isEqualTo(1_980);
        assertThat(Terms.ceilingMinor(Terms.PRICE_MAX)).isEqualTo(Terms.PRICE_MAX);
    }

    private static void refuses(CborMap body) {
        byte[] word = new SignedWord("desired").sign(body, COUNTER, KEY);

        assertThat(Cbor.encode(body)).isNotEmpty();
        assertThatExceptionOfType(MalformedCborException.class)
                .isThrownBy(() -> open(word, COUNTER));
    }

    private static SignedState open(byte[] bytes, CounterId counter) throws MalformedCborException {
        return SignedState.open(bytes, counter, KEY.publicKey(), Ed25519::holds);
    }
}
