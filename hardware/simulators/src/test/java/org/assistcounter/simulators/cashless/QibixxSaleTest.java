package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.Enable;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Start;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.devices.qibixx.QibixxCashless;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.Test;

/** What only a Qibixx box does; {@link CashlessContractTest} holds what every terminal keeps. */
class QibixxSaleTest {

    private final World world = new World();
    private final List<CashlessEvent> events = new ArrayList<>();
    private final SimulatedQibixxBox simulated = new SimulatedQibixxBox();
    private final WireEnd<ReaderTrick, ReaderSnapshot> box =
            new WireEnd<>(world, simulated, snapshot -> {});
    private final WireEnd<CashlessCommand, CashlessEvent> host =
            new WireEnd<>(world, new QibixxCashless(), events::add);

    private void enabled() {
        host.connect(box, 5);
        host.command(new Start());
        host.command(new Enable());
        world.run(3_000);
    }

    private void approved() {
        enabled();
        box.command(new ReaderTrick.TapCard(1_000));
        world.run(1_000);
        host.command(new RequestVend(350, 11));
        world.run(2_000);
    }

    @Test
    void tellsNoLevelAndNoRefundBecauseTheBoxTellsNone() {
        enabled();

        assertThat(events).containsExactly(new ReaderReady(0, false, 1, 65_534));
    }

    @Test
    void countsARepeatedApprovalOnce() {
        enabled();
        box.command(new ReaderTrick.TapCard(1_000));
        world.run(1_000);
        host.command(new RequestVend(350, 11));
        world.run(100);
        simulated.repeatNext();
        world.run(2_000);

        assertThat(events).containsOnlyOnce(new VendApproved(350));
    }

    @Test
    void tellsThatTheBoxWasRestartedInAVend() {
        approved();
        box.command(new ReaderTrick.PowerBlip());
        host.command(new ConfirmVend(11));
        world.run(30_000);

        assertThat(events).contains(new SessionEnded()).doesNotContain(new VendConfirmed());
        assertThat(simulated.ledger().keptMinor()).isEqualTo(350);
        assertThat(simulated.state()).isEqualTo(ReaderState.ENABLED);
    }

    @Test
    void doesNotKnowAVendWhoseEndIsAnsweredByAnError() {
        approved();
        simulated.errNext();
        host.command(new FailVend());
        world.run(1_000);

        assertThat(events)
                .contains(new FailureSettled(Settlement.UNKNOWN), new SessionEnded())
                .endsWith(new ReaderReady(0, false, 1, 65_534));
    }
}
