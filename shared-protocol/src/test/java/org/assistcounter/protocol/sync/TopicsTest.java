package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private static final CounterId OWN = new CounterId("0123456789abcdef0123456789abcdef");
    private static final CounterId OTHER = new CounterId("f123456789abcdef0123456789abcdef");

    @Test
    void saysWhatIsToldAndByWhom() {
        String topic = Topics.up(OWN, Topics.JOURNAL);

        assertThat(topic).isEqualTo("v1/up/journal/0123456789abcdef0123456789abcdef");
        assertThat(Topics.counter(topic)).contains(OWN);
        assertThat(Topics.upSuffix(OWN, topic)).contains(Topics.JOURNAL);
        assertThat(Topics.downSuffix(OWN, Topics.down(OWN, Topics.SYNC))).contains(Topics.SYNC);
    }

    @Test
    void isNobodyElses() {
        assertThat(Topics.upSuffix(OTHER, Topics.up(OWN, Topics.JOURNAL))).isEmpty();
        assertThat(Topics.downSuffix(OTHER, Topics.downlinks(OWN))).isEmpty();
        assertThat(Topics.downSuffix(OWN, Topics.up(OWN, Topics.JOURNAL))).isEmpty();
        assertThat(Topics.counter(Topics.down(OWN, Topics.SYNC))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/up/",
                "v1/up/0123456789abcdef0123456789abcdef",
                "v1/up//0123456789abcdef0123456789abcdef",
                "v1/up/a/b/0123456789abcdef0123456789abcdef",
                "v1/up/a/0123456789abcdef0123456789abcdef/",
                "v2/up/a/0123456789abcdef0123456789abcdef",
                "v1/0123456789abcdef0123456789abcdef/up/hello",
                "v1/up/12345678901234567890123456789012345678901234567890123456789012345"
                        + "/0123456789abcdef0123456789abcdef"
            })
    void takesNothingElseForAnUplink(String topic) {
        assertThat(Topics.upSuffix(OWN, topic)).isEmpty();
    }
}
