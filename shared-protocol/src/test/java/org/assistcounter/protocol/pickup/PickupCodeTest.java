package org.assistcounter.protocol.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickupCodeTest {
    private static final Ed25519 KEY = new Ed25519(filled(7));
    private static final Ed25519 OTHER_KEY = new Ed25519(filled(8));
    private static final String ORDER = "0123456789abcdef0123456789abcdef";
    private static final CounterId COUNTER = CounterId.of(new byte[CounterId.LENGTH]);
    private static final long ENDS = 1_800_000_000;
    private static final PickupCode CODE = PickupCode.signed(ORDER, COUNTER, ENDS, KEY);

    @Test
    void readsWhatItWrote() {
        assertThat(PickupCode.read(CODE.text())).contains(CODE);
        assertThat(CODE.text()).hasSize(213).matches("[0-9A-Z:]+");
        assertThat(CODE.text())
                .startsWith(
                        "ACP1:"
                                + ORDER.toUpperCase(Locale.ROOT)
                                + "0".repeat(32)
                                + "000000006B49D200");
    }

    @Test
    void holdsWithItsKeyAlone() {
        assertThat(CODE.isSigned(KEY.publicKey(), Ed25519::holds)).isTrue();
        assertThat(CODE.isSigned(OTHER_KEY.publicKey(), Ed25519::holds)).isFalse();
    }

    /** Order, counter, end and signature: none can be changed by whoever has the code. */
    @Test
    void doesNotHoldWhenAnyDigitIsAnother() {
        String text = CODE.text();
        for (int at = "ACP1:".length(); at < text.length(); at++) {
            char other = text.charAt(at) == '0' ? '1' : '0';
            String changed = text.substring(0, at) + other + text.substring(at + 1);

            assertThat(PickupCode.read(changed).orElseThrow())
                    .as("digit %d", at)
                    .matches(read -> !read.isSigned(KEY.publicKey(), Ed25519::holds));
        }
    }

    @Test
    void isNoPaymentCodeOfAnyWallet() {
        assertThat(PaymentCode.read(CODE.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ACP1:",
                "ACP2:00",
                "134567890123456789",
                "287654321012345678",
                "6901234567892",
                "https://example.org/ACP1:",
                "acp1:00"
            })
    void knowsWhatIsNone(String scanned) {
        assertThat(PickupCode.read(scanned)).isEmpty();
    }

    @Test
    void isNoneWhenADigitIsMissingTooManyOrNoHex() {
        String text = CODE.text();

        assertThat(PickupCode.read(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(PickupCode.read(text + "0")).isEmpty();
        assertThat(PickupCode.read(" " + text)).isEmpty();
        assertThat(PickupCode.read(text + "\n")).isEmpty();
        assertThat(PickupCode.read(text.replace(ORDER.toUpperCase(Locale.ROOT), ORDER))).isEmpty();
        assertThat(PickupCode.read(text.substring(0, text.length() - 1) + "G")).isEmpty();
    }

    @Test
    void refusesAnOrderThatIsNotHex() {
        assertThatThrownBy(() -> PickupCode.signed("order 1", COUNTER, ENDS, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not hex");
    }

    @Test
    void isNeverWrittenWhole() {
        assertThat(CODE).hasToString("pickup of order 01234567…");
    }

    private static byte[] filled(int value) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
