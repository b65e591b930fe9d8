package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.Disable;
import org.assistcounter.devices.cashless.CashlessCommand.Enable;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Start;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderLost;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionBegan;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.devices.cashless.CashlessEvent.VendDenied;
import org.assistcounter.devices.qibixx.QibixxCashless;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.Test;

/** A card sale over a Qibixx box, in virtual time: the claims that the Wafer driver keeps. */
class QibixxSaleTest {

    private final World world = new World();
    private final List<CashlessEvent> events = new ArrayList<>();
    private final SimulatedQibixxBox simulated = new SimulatedQibixxBox();
    private final WireEnd<ReaderTrick, ReaderSnapshot> box =
            new WireEnd<>(world, simulated, snapshot -> {});
    private WireEnd<CashlessCommand, CashlessEvent> host = newHost();

    private WireEnd<CashlessCommand, CashlessEvent> newHost() {
        return new WireEnd<>(world, new QibixxCashless(), events::add);
    }

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
    void saysNothingUntilItIsCommanded() {
        host.connect(box, 5);
        world.run(20_000);

        assertThat(events).isEmpty();
        assertThat(simulated.state()).isEqualTo(ReaderState.INACTIVE);
    }

    @Test
    void sellsOneItem() {
        approved();
        host.command(new ConfirmVend(11));
        world.run(1_000);

        assertThat(events)
                .containsExactly(
                        new ReaderReady(0, false, 1, 65_534),
                        new SessionBegan(1_000),
                        new VendApproved(350),
                        new VendConfirmed(),
                        new SessionEnded());
        assertThat(simulated.ledger().keptMinor()).isEqualTo(350);
        assertThat(simulated.state()).isEqualTo(ReaderState.ENABLED);
    }

    @Test
    void neverClaimsARefundThatTheBoxDoesNotProve() {
        approved();
        host.command(new FailVend());
        world.run(1_000);

        assertThat(events).endsWith(new FailureSettled(Settlement.UNKNOWN), new SessionEnded());
        assertThat(simulated.ledger().refundedMinor()).isEqualTo(350);
    }

    @Test
    void settlesAVendThatACrashLeftOpenBeforeItStarts() {
        approved();
        host.cut();
        events.clear();
        host = newHost();
        host.connect(box, 5);
        host.command(new FailVend());
        host.command(new Start());
        world.run(1_000);

        assertThat(events).startsWith(new FailureSettled(Settlement.UNKNOWN), new SessionEnded());
        assertThat(simulated.ledger().refundedMinor()).isEqualTo(350);
    }

    @Test
    void endsTheSessionAfterADenial() {
        enabled();
        box.command(new ReaderTrick.TapCard(100));
        world.run(1_000);
        host.command(new RequestVend(350, 11));
        world.run(3_000);

        assertThat(events).endsWith(new VendDenied(), new SessionEnded());
    }

    @Test
    void cancelsARequestThatIsNotAnswered() {
        enabled();
        box.command(new ReaderTrick.DecideAfter(1_000_000));
        box.command(new ReaderTrick.TapCard(1_000));
        world.run(1_000);
        host.command(new RequestVend(350, 11));
        world.run(40_000);

        assertThat(events).endsWith(new VendDenied(), new SessionEnded());
        assertThat(simulated.ledger().approvedMinor()).isZero();
    }

    @Test
    void neverKeepsMoneyThatWasApprovedWhileTheShopperCancelled() {
        for (long crossing = 700; crossing < 900; crossing += 3) {
            var once = new QibixxSaleTest();
            once.enabled();
            once.box.command(new ReaderTrick.TapCard(1_000));
            once.world.run(1_000);
            once.host.command(new RequestVend(350, 11));
            once.world.run(crossing);
            once.host.command(new Disable());
            once.world.run(60_000);

            boolean isOwned = once.events.contains(new VendApproved(350));
            assertThat(isOwned || once.simulated.ledger().keptMinor() == 0).isTrue();
        }
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

    @Test
    void findsABoxAgainThatWasSilent() {
        host.connect(box, 5);
        box.command(new ReaderTrick.GoSilent(25_000));
        host.command(new Start());
        world.run(15_000);
        assertThat(events).hasOnlyElementsOfType(ReaderLost.class);

        world.run(60_000);
        assertThat(events).endsWith(new ReaderReady(0, false, 1, 65_534));
    }

    @Test
    void tellsOfGarbageAndGoesOn() {
        enabled();
        box.command(new ReaderTrick.NoiseNext());
        box.command(new ReaderTrick.TapCard(1_000));
        world.run(1_000);

        assertThat(events).hasAtLeastOneElementOfType(CashlessEvent.Garbled.class);
    }
}
