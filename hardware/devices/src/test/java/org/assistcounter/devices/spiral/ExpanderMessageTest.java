package org.assistcounter.devices.spiral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.assistcounter.devices.spiral.ExpanderMessage.Kind;
import org.junit.jupiter.api.Test;

/** Register accesses as bytes, and one test for each way of being none. */
class ExpanderMessageTest {

    private static final ExpanderMessage ANSWER = new ExpanderMessage(Kind.ANSWER, 0x13, 0x90);

    private final ExpanderMessage.Reader reader = new ExpanderMessage.Reader();

    @Test
    void isALetterARegisterAValueAndTheirXor() {
        assertThat(HexFormat.of().formatHex(ANSWER.bytes())).isEqualTo("411390c2");
    }

    @Test
    void isReadInAnyPortions() {
        assertThat(read("4113").messages()).isEmpty();
        assertThat(read("90c2").messages()).containsExactly(ANSWER);
    }

    @Test
    void refusesAWrongCheckAndFindsTheNext() {
        var readings = read("411390c3" + "411390c2");

        assertThat(readings.messages()).containsExactly(ANSWER);
        assertThat(readings.noise()).isEqualTo("411390C3");
    }

    @Test
    void refusesAnUnknownLetter() {
        assertThat(read("581390db").messages()).isEmpty();
    }

    @Test
    void forgetsWhatWasBegun() {
        read("4113");
        reader.forget();

        assertThat(read("90c2").messages()).isEmpty();
    }

    private ExpanderMessage.Readings read(String hex) {
        return reader.received(HexFormat.of().parseHex(hex));
    }
}
