package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.Garbled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderLost;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionBegan;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.simulators.carrier.Carrier;
import org.assistcounter.simulators.carrier.Cases;
import org.assistcounter.simulators.carrier.Rig;
import org.assistcounter.simulators.carrier.WireFault;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every terminal, unchanged, in virtual time, over TCP and on a pseudo-terminal. */
@Execution(ExecutionMode.CONCURRENT)
class TerminalLineTest {

    private static final long QUIET_MILLIS = 700;
    private static final long PRICE = 350;
    private static final int ITEM = 11;

    static Stream<Arguments> carried() {
        return Cases.carried(Stream.of(TerminalKind.values()));
    }

    static Stream<Arguments> spoilt() {
        return Cases.spoilt(Stream.of(TerminalKind.values()));
    }

    @ParameterizedTest
    @MethodSource("carried")
    void sellsOnceAndGivesBackOnce(TerminalKind kind, Carrier carrier) throws Exception {
        List<CashlessEvent> told;
        CardLedger ledger;
        try (var rig = rig(kind, carrier)) {
            ask(rig);
            rig.await(VendApproved.class);
            rig.command(new CashlessCommand.ConfirmVend(ITEM));
            rig.await(SessionEnded.class);
            ask(rig);
            rig.await(VendApproved.class);
            rig.command(new CashlessCommand.FailVend());
            rig.await(SessionEnded.class);
            ledger = rig.awaitState(latest -> latest.ledger().refundedMinor() > 0).ledger();
            told = rig.told(QUIET_MILLIS);
        }

        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        new SessionBegan(1_000),
                        new VendApproved(PRICE),
                        new VendConfirmed(),
                        new SessionEnded(),
                        new SessionBegan(1_000),
                        new VendApproved(PRICE),
                        new FailureSettled(kind.refunded()),
                        new SessionEnded());
        assertThat(ledger.keptMinor()).isEqualTo(PRICE);
        assertThat(ledger.refundedMinor()).isEqualTo(PRICE);
    }

    /** The approval is what suffers. One that comes is told once, however it comes. */
    @ParameterizedTest
    @MethodSource("spoilt")
    void losesNoMoneyWhateverTheWireDoesToAnApproval(
            TerminalKind kind, Carrier carrier, WireFault fault) throws Exception {
        boolean isHeard = !fault.isLoss() && fault != WireFault.GLUED;
        List<CashlessEvent> told;
        CardLedger ledger;
        try (var rig = rig(kind, carrier)) {
            rig.fault(fault, kind::isApproval);
            ask(rig);
            rig.awaitState(latest -> latest.state() == ReaderState.VEND_APPROVED);
            if (isHeard) {
                rig.await(VendApproved.class);
                rig.command(new CashlessCommand.ConfirmVend(ITEM));
            } else {
                // The shopper goes away.
                rig.command(new CashlessCommand.Disable());
            }
            rig.await(SessionEnded.class);
            told = rig.told(QUIET_MILLIS);
            ledger = rig.state().ledger();
        }

        assertThat(told.stream().filter(VendApproved.class::isInstance)).hasSize(isHeard ? 1 : 0);
        assertThat(told.stream().anyMatch(Garbled.class::isInstance)).isEqualTo(fault.isLoss());
        if (isHeard) {
            assertThat(ledger.keptMinor()).isEqualTo(PRICE);
        } else {
            boolean isLost = told.stream().anyMatch(ReaderLost.class::isInstance);
            assertThat(isLost || ledger.refundedMinor() == PRICE)
                    .as("what is not told to be lost is given back: %s", ledger)
                    .isTrue();
        }
    }

    private static Rig<CashlessCommand, CashlessEvent, ReaderTrick, ReaderSnapshot> rig(
            TerminalKind kind, Carrier carrier) throws Exception {
        var rig = carrier.join(kind.driver(), kind.otherEnd(), kind.baud());
        rig.trick(new ReaderTrick.DecideAfter(10));
        rig.command(new CashlessCommand.Start());
        rig.command(new CashlessCommand.Enable());
        rig.await(ReaderReady.class);
        return rig;
    }

    private static void ask(Rig<CashlessCommand, CashlessEvent, ReaderTrick, ReaderSnapshot> rig)
            throws Exception {
        rig.awaitState(latest -> latest.state() == ReaderState.ENABLED);
        rig.trick(new ReaderTrick.TapCard(1_000));
        rig.await(SessionBegan.class);
        rig.command(new CashlessCommand.RequestVend(PRICE, ITEM));
    }
}
