package org.assistcounter.counter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a service code, and which ones nobody should choose. */
class ServiceCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"402917", "4029170", "40291706"})
    void hasSixToEightDigits(String digits) {
        assertThat(ServiceCode.read(digits)).contains(new ServiceCode(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40291", "402917061", "40291a", "４０２９１７", " 402917", "402917\n"})
    void isNothingElse(String text) {
        assertThat(ServiceCode.read(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceCode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "77777777", "123456", "98765432"})
    void isGuessableWhenItIsARowOrOneDigit(String digits) {
        assertThat(new ServiceCode(digits).isGuessable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"402917", "123457", "135791", "111112"})
    void isNotGuessableOtherwise(String digits) {
        assertThat(new ServiceCode(digits).isGuessable()).isFalse();
    }

    @Test
    void neverTellsItsDigits() {
        assertThat(new ServiceCode("402917").toString()).doesNotContain("402917");
    }
}
