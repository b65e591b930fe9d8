package org.assistcounter.protocol.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assistcounter.protocol.cbor.MalformedCborException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCodeTest {

    @ParameterizedTest
    @CsvSource({
        "100000000000000000, WECHAT",
        "159999999999999999, WECHAT",
        "2500000000000000, ALIPAY",
        "287654321012345678, ALIPAY",
        "300000000000000000000000, ALIPAY"
    })
    void knowsTheWalletByItsFirstDigits(String digits, Wallet wallet) throws Exception {
        assertThat(PaymentCode.of(digits)).isEqualTo(new PaymentCode(wallet, digits));
        assertThat(PaymentCode.read(digits)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "13456789012345678",
                "1345678901234567890",
                "160000000000000000",
                "240000000000000000",
                "250000000000000",
                "2500000000000000000000000",
                "310000000000000000",
                "6212345678901234567",
                "13456789012345678a",
                "https://example.org/"
            })
    void refusesACodeOfNoKnownWallet(String digits) {
        assertThatThrownBy(() -> PaymentCode.of(digits))
                .isInstanceOf(MalformedCborException.class)
                .hasMessageContaining("no known wallet")
                .hasMessageNotContaining("134567");
        assertThat(PaymentCode.read(digits)).isEmpty();
    }

    @Test
    void isNeverWrittenWhole() throws Exception {
        PaymentCode code = PaymentCode.of("134567890123456789");

        assertThat(code.toString()).isEqualTo("WECHAT 13… (18 digits)");
        assertThat(new Question.ChargeCode("A-1", code, new Question.Price(1, "CNY", "x")))
                .asString()
                .doesNotContain("4567");
    }
}
