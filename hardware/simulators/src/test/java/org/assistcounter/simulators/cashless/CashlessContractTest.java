package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.Disable;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Start;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.Garbled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderLost;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionBegan;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.devices.cashless.CashlessEvent.VendDenied;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sale relies on, whatever terminal is wired: every kind passes every claim. */
class CashlessContractTest {

    @ParameterizedTest
    @EnumSource
    void saysNothingUntilItIsCommanded(TerminalKind kind) {
        TerminalTable table = new TerminalTable(kind);
        table.world.run(20_000);

        assertThat(table.events).isEmpty();
        assertThat(table.state()).isEqualTo(ReaderState.INACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void sellsOneItemInOrder(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.command(new ConfirmVend(11));
        table.world.run(1_000);

        assertThat(table.events.getFirst()).isInstanceOf(ReaderReady.class);
        assertThat(table.events.subList(1, table.events.size()))
                .containsExactly(
                        new SessionBegan(1_000),
                        new VendApproved(350),
                        new VendConfirmed(),
                        new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.state()).isEqualTo(ReaderState.ENABLED);
    }

    @ParameterizedTest
    @EnumSource
    void sellsToOneCardAfterAnother(TerminalKind kind) {
        TerminalTable table = TerminalTable.enabled(kind);
        for (int sale = 1; sale <= 5; sale++) {
            table.trick(new ReaderTrick.TapCard(1_000));
            table.world.run(1_000);
            table.command(new RequestVend(100L * sale, sale));
            table.world.run(2_000);
            table.command(new ConfirmVend(sale));
            table.world.run(1_000);
        }

        assertThat(table.count(VendConfirmed.class)).isEqualTo(5);
        assertThat(table.ledger().keptMinor()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheMoneyBackOnceAndTellsNoMoreThanItKnows(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.command(new FailVend());
        table.world.run(40_000);

        assertThat(table.events).endsWith(new FailureSettled(kind.refunded()), new SessionEnded());
        assertThat(table.count(FailureSettled.class)).isEqualTo(1);
        assertThat(table.count(SessionEnded.class)).isEqualTo(1);
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
    }

    @ParameterizedTest
    @EnumSource
    void neverTellsARefundThatFailedAsOneThatWasMade(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.trick(new ReaderTrick.FailNextRefund());
        table.command(new FailVend());
        table.world.run(40_000);

        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.count(FailureSettled.class)).isEqualTo(1);
        assertThat(table.events).doesNotContain(new FailureSettled(Settlement.REFUNDED));
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheAmountThatWasApprovedNotTheOneAskedFor(TerminalKind kind) {
        TerminalTable table = TerminalTable.enabled(kind);
        table.trick(new ReaderTrick.ApproveNothingNext());
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new RequestVend(350, 11));
        table.world.run(2_000);

        assertThat(table.events).endsWith(new VendApproved(0));
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSessionAfterADenial(TerminalKind kind) {
        TerminalTable table = TerminalTable.tapped(kind);
        table.trick(new ReaderTrick.DenyNext());
        table.command(new RequestVend(350, 11));
        table.world.run(3_000);

        assertThat(table.events).endsWith(new VendDenied(), new SessionEnded());
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cancelsARequestThatIsNotAnswered(TerminalKind kind) {
        TerminalTable table = TerminalTable.tapped(kind);
        table.trick(new ReaderTrick.DecideAfter(1_000_000));
        table.command(new RequestVend(350, 11));
        table.world.run(60_000);

        assertThat(table.events).endsWith(new VendDenied(), new SessionEnded());
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cancelsASessionThatNobodyWants(TerminalKind kind) {
        TerminalTable table = TerminalTable.tapped(kind);
        table.command(new Disable());
        table.world.run(2_000);

        assertThat(table.events).endsWith(new SessionBegan(1_000), new SessionEnded());
        assertThat(table.state()).isEqualTo(ReaderState.DISABLED);
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSessionWhenTheCardIsTakenAway(TerminalKind kind) {
        TerminalTable table = TerminalTable.tapped(kind);
        table.trick(new ReaderTrick.RemoveCard());
        table.world.run(1_000);

        assertThat(table.events).endsWith(new SessionBegan(1_000), new SessionEnded());
    }

    @ParameterizedTest
    @EnumSource
    void deniesARequestWithoutACard(TerminalKind kind) {
        TerminalTable table = TerminalTable.enabled(kind);
        table.command(new RequestVend(350, 11));
        table.world.run(10_000);

        assertThat(table.events).endsWith(new VendDenied());
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void deniesARequestWhileTheLineIsGone(TerminalKind kind) {
        TerminalTable table = TerminalTable.tapped(kind);
        table.cut();
        table.command(new RequestVend(350, 11));

        assertThat(table.events).endsWith(new VendDenied());
    }

    @ParameterizedTest
    @EnumSource
    void takesASecondRequestInAVendForABugOfItsOwner(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);

        assertThatThrownBy(() -> table.command(new RequestVend(350, 11)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void neverKeepsMoneyThatWasApprovedWhileTheShopperCancelled(TerminalKind kind) {
        for (long crossing = 700; crossing < 1_000; crossing += 7) {
            TerminalTable table = TerminalTable.tapped(kind);
            table.command(new RequestVend(350, 11));
            table.world.run(crossing);
            table.command(new Disable());
            table.world.run(60_000);

            boolean isOwned = table.events.contains(new VendApproved(350));
            assertThat(isOwned || table.ledger().keptMinor() == 0).as("at %d", crossing).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void settlesAFailureThatACrashLeftOpenBeforeItStarts(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.crashHost();
        table.command(new FailVend());
        table.command(new Start());
        table.world.run(4_000);

        assertThat(table.events)
                .startsWith(new FailureSettled(kind.refunded()), new SessionEnded());
        assertThat(table.events.getLast()).isInstanceOf(ReaderReady.class);
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
    }

    @ParameterizedTest
    @EnumSource
    void confirmsAVendThatACrashLeftOpen(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.crashHost();
        table.command(new ConfirmVend(11));
        table.world.run(1_000);

        assertThat(table.events).containsExactly(new VendConfirmed(), new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @ParameterizedTest
    @EnumSource
    void keepsASettlementCommandedBeforeTheLineOpens(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.cut();
        table.command(new FailVend());
        table.world.run(1_000);
        table.connect();
        table.world.run(10_000);

        assertThat(table.events).contains(new FailureSettled(kind.refunded()), new SessionEnded());
        assertThat(table.count(FailureSettled.class)).isEqualTo(1);
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
    }

    @ParameterizedTest
    @EnumSource
    void settlesAFailureEvenWhenNobodyAnswers(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.trick(new ReaderTrick.GoSilent(120_000));
        table.command(new FailVend());
        table.world.run(60_000);

        assertThat(table.events)
                .contains(new FailureSettled(Settlement.UNKNOWN), new SessionEnded());
        assertThat(table.count(FailureSettled.class)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void neverConfirmsAVendThatAResetHid(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.trick(new ReaderTrick.PowerBlip());
        table.world.run(500);
        table.command(new ConfirmVend(11));
        table.world.run(60_000);

        assertThat(table.events).doesNotContain(new VendConfirmed()).contains(new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.state()).isEqualTo(ReaderState.ENABLED);
    }

    @ParameterizedTest
    @EnumSource
    void setsUpAgainWhenTheLineComesBack(TerminalKind kind) {
        TerminalTable table = TerminalTable.enabled(kind);
        table.cut();
        table.world.run(30_000);
        table.connect();
        table.world.run(5_000);

        assertThat(table.count(ReaderLost.class)).isEqualTo(1);
        assertThat(table.count(ReaderReady.class)).isEqualTo(2);
        assertThat(table.state()).isEqualTo(ReaderState.ENABLED);
    }

    @ParameterizedTest
    @EnumSource
    void findsATerminalAgainThatWasSilent(TerminalKind kind) {
        TerminalTable table = new TerminalTable(kind);
        table.trick(new ReaderTrick.GoSilent(25_000));
        table.command(new Start());
        table.world.run(15_000);
        assertThat(table.events).isNotEmpty().hasOnlyElementsOfType(ReaderLost.class);

        table.world.run(60_000);
        assertThat(table.events.getLast()).isInstanceOf(ReaderReady.class);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfGarbageAndGoesOn(TerminalKind kind) {
        TerminalTable table = TerminalTable.enabled(kind);
        table.trick(new ReaderTrick.NoiseNext());
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.trick(new ReaderTrick.RemoveCard());
        table.world.run(1_000);
        assertThat(table.count(Garbled.class)).isEqualTo(1);

        table.trick(new ReaderTrick.TapCard(2_000));
        table.world.run(1_000);
        assertThat(table.events).contains(new SessionBegan(2_000));
    }

    /** Where one session takes one item the owner hears its end, and asks for the card again. */
    @ParameterizedTest
    @EnumSource
    void endsOrContinuesTheSessionWhenAnotherItemFollows(TerminalKind kind) {
        TerminalTable table = TerminalTable.approved(kind);
        table.command(new ConfirmVend(11, true));
        table.world.run(2_000);

        boolean continues =
                table.events.stream()
                        .filter(ReaderReady.class::isInstance)
                        .map(ReaderReady.class::cast)
                        .anyMatch(ready -> ready.abilities().contains(Ability.MULTIVEND));
        assertThat(table.count(SessionBegan.class)).isEqualTo(continues ? 2 : 1);
        assertThat(table.count(SessionEnded.class)).isEqualTo(continues ? 0 : 1);
        assertThat(table.count(VendConfirmed.class)).isEqualTo(1);
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }
}
