package org.assistcounter.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assistcounter.kills.Boundary.Seen;
import org.assistcounter.kills.Boundary.Sum;
import org.assistcounter.protocol.journal.FactType;
import org.junit.jupiter.api.Test;

class BoundaryTest {
    private static final Seen NOTHING = new Seen(false, false, Map.of());

    @Test
    void isBeforeAnEffectThatNobodyHasSeen() {
        assertThat(Boundary.of(FactType.PAYMENT_REQUESTED, NOTHING)).isEqualTo(Boundary.CARD_ASKED);
        assertThat(Boundary.of(FactType.DISPENSE_COMMANDED, NOTHING))
                .isEqualTo(Boundary.TURN_COMMANDED);
        assertThat(Boundary.of(FactType.REFUND_REQUESTED, NOTHING))
                .isEqualTo(Boundary.REFUND_ASKED);
    }

    @Test
    void isAfterAnEffectThatTheOtherEndHasCounted() {
        assertThat(Boundary.of(FactType.PAYMENT_REQUESTED, grown(Sum.APPROVED)))
                .isEqualTo(Boundary.CARD_TAKEN);
        assertThat(Boundary.of(FactType.DISPENSE_COMMANDED, grown(Sum.TURNS)))
                .isEqualTo(Boundary.TURN_COUNTED);
        assertThat(Boundary.of(FactType.REFUND_REQUESTED, grown(Sum.REFUNDED)))
                .isEqualTo(Boundary.REFUND_GIVEN);
    }

    @Test
    void tellsAWalletsCodeFromItsPayment() {
        assertThat(wallet(false, Map.of())).isEqualTo(Boundary.WALLET_ASKED);
        assertThat(wallet(true, Map.of())).isEqualTo(Boundary.WALLET_SHOWN);
        assertThat(wallet(true, Map.of(Sum.WALLET_PAID, 1L))).isEqualTo(Boundary.WALLET_PAID);
    }

    private static Boundary wallet(boolean isCodeShown, Map<Sum, Long> growth) {
        return Boundary.of(FactType.PAYMENT_REQUESTED, new Seen(true, isCodeShown, growth));
    }

    private static Seen grown(Sum sum) {
        return new Seen(false, false, Map.of(sum, 1L));
    }
}
