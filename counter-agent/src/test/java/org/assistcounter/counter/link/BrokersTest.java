package org.assistcounter.counter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

/** Which broker a counter tries. */
class BrokersTest {
    private static final List<String> THREE = List.of("a", "b", "c");

    @Test
    void itsOwnFollowsFromItsId() {
        assertThat(of("00").next()).isEqualTo("a");
        assertThat(of("04").next()).isEqualTo("b");
        assertThat(of("ff").next()).isEqualTo("a");
    }

    @Test
    void triesTheNextWhenOneCannotBeReachedAndComesAround() {
        Brokers<String> brokers = of("01");

        brokers.failed();
        assertThat(brokers.next()).isEqualTo("c");
        brokers.failed();
        assertThat(brokers.next()).isEqualTo("a");
        brokers.failed();
        assertThat(brokers.next()).isEqualTo("b");
    }

    @Test
    void beginsAtItsOwnAgainAfterAConnection() {
        Brokers<String> brokers = of("01");
        brokers.failed();
        brokers.reached();

        assertThat(brokers.next()).isEqualTo("b");
    }

    private static Brokers<String> of(String lastByte) {
        return new Brokers<>(THREE, new CounterId("00".repeat(15) + lastByte));
    }
}
