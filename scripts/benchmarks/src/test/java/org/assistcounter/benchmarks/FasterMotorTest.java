package org.assistcounter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assistcounter.devices.board.BoardCodec;
import org.assistcounter.devices.board.BoardMessage;
import org.assistcounter.simulators.board.SelectionCount;
import org.junit.jupiter.api.Test;

class FasterMotorTest {
    private static final int SLOT = 11;
    private static final long STALL_MILLIS = 900;

    @Test
    void turnsThoughTheMachineStoodStillBeforeItsAnswer() {
        FasterMotor motor = new FasterMotor(Map.of(SLOT, new SelectionCount(8, 0, 0)), 200, 5);
        motor.opened(0);
        motor.elapsed(0);

        motor.received(
                BoardCodec.encode(new BoardMessage.DriveDirectly(1, true, false, SLOT)),
                STALL_MILLIS);

        assertThat(motor.elapsed(STALL_MILLIS).events())
                .anySatisfy(snapshot -> assertThat(snapshot.turning()).isEqualTo(SLOT));
    }
}
