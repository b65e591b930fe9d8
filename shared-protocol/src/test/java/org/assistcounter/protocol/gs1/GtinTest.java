package org.assistcounter.protocol.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    /** Of GS1's page on check digits, its Digital Link standard and its syntax engine's tests. */
    @ParameterizedTest
    @CsvSource({
        "6291041500213, 06291041500213",
        "9520123456788, 09520123456788",
        "6901234567892, 06901234567892",
        "09506000134352, 09506000134352",
        "12312312312333, 12312312312333",
        "416000336108, 00416000336108",
        "036000291452, 00036000291452",
        "02345673, 00000002345673",
        "96385074, 00000096385074"
    })
    void readsEveryLengthAsFourteenDigits(String scanned, String digits) throws Exception {
        assertThat(Gtin.read(scanned)).isEqualTo(new Gtin(digits)).hasToString(digits);
    }

    @Test
    void saysWhatTheLastDigitHasToBe() {
        assertThat(refusal("6901234567890").reason()).isEqualTo(Reason.WRONG_CHECK_DIGIT);
        assertThat(refusal("6901234567890").sentence())
                .isEqualTo("wrong check digit: the last digit of 6901234567890 has to be 2");
    }

    @Test
    void noticesEachWrongDigit() throws Exception {
        String right = "6291041500213";
        for (int at = 0; at < right.length(); at++) {
            char other = right.charAt(at) == '9' ? '0' : (char) (right.charAt(at) + 1);
            String wrong = right.substring(0, at) + other + right.substring(at + 1);

            assertThat(refusal(wrong).reason())
                    .as("digit %d", at + 1)
                    .isEqualTo(Reason.WRONG_CHECK_DIGIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1234567", "123456789", "12345678901", "123456789012345"})
    void refusesAnotherNumberOfDigits(String scanned) {
        assertThat(refusal(scanned).reason()).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(refusal(scanned).sentence()).endsWith("this has " + scanned.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 6291041500213", "629104150021X", "６２９１０４１５００２１３", "٦٢٩١٠٤١٥"})
    void refusesWhatIsNotDigits(String scanned) {
        assertThat(refusal(scanned).reason()).isEqualTo(Reason.NOT_DIGITS);
    }

    @Test
    void isMadeOfItsFirstTwelveDigits() {
        assertThat(Gtin.ofFirst12("629104150021").ean13()).contains("6291041500213");
        assertThat(Gtin.ofFirst12("690123456789").digits()).isEqualTo("06901234567892");
        assertThatThrownBy(() -> Gtin.ofFirst12("62910415002"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gtin.ofFirst12("62910415002x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fitsAnEan13UnlessItIsACaseOrAnEan8() throws Exception {
        assertThat(Gtin.read("036000291452").ean13()).contains("0036000291452");
        assertThat(Gtin.read("12312312312333").ean13()).isEmpty();
        assertThat(Gtin.read("96385074").ean13()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6291041500213", "06291041500214", "0629104150021X", ""})
    void isNeverMadeOfWhatIsNone(String digits) {
        assertThatThrownBy(() -> new Gtin(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MalformedGs1Exception refusal(String scanned) {
        return catchThrowableOfType(MalformedGs1Exception.class, () -> Gtin.read(scanned));
    }
}
