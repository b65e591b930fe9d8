package org.assistcounter.fleet.operators.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes against RFC 6238, appendix B, whose eight digits end in our six. */
class OneTimeCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
    private static final String CODE = "005924";
    private static final long STEP = 1_234_567_890 / 30;

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void takesTheCodesOfTheSpecification(long seconds, String eightDigits) {
        Instant now = Instant.ofEpochSecond(seconds);

        assertThat(OneTimeCodes.step(SECRET, eightDigits.substring(2), now, 0))
                .hasValue(seconds / 30);
    }

    @Test
    void takesAPhonesClockThatIsAStepAheadOrBehind() {
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW.plusSeconds(30), 0)).hasValue(STEP);
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW.minusSeconds(30), 0)).hasValue(STEP);
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW.plusSeconds(60), 0)).isEmpty();
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW.minusSeconds(60), 0)).isEmpty();
    }

    @Test
    void takesNoCodeOfAStepThatIsUsedUp() {
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW, STEP)).isEmpty();
        assertThat(OneTimeCodes.step(SECRET, CODE, NOW, STEP - 1)).hasValue(STEP);
    }

    @ParameterizedTest
    @CsvSource({"''", "00592", "0059240", "５05924", "abcdef"})
    void takesNothingElse(String text) {
        assertThat(OneTimeCodes.step(SECRET, text, NOW, 0)).isEmpty();
    }

    @Test
    void tellsAnAppIssuerAccountAndSecret() {
        assertThat(OneTimeCodes.uri(SECRET, "li@co op"))
                .isEqualTo(
                        "otpauth://totp/Assistance%20Counter:li%40co%20op"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Assistance%20Counter");
    }
}
