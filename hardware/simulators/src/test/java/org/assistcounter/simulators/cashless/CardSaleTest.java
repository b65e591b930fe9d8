package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.Disable;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Start;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionBegan;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.devices.cashless.CashlessEvent.VendDenied;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card sale between our driver and the simulated reader, in virtual time. */
class CardSaleTest {

    @Test
    void saysNothingUntilItIsCommanded() {
        CardTable table = new CardTable();

        table.world.run(20_000);

        assertThat(table.events).isEmpty();
        assertThat(table.reader.state()).isEqualTo(ReaderState.INACTIVE);
    }

    @Test
    void sellsOneItem() {
        CardTable table = CardTable.approved();
        table.command(new ConfirmVend(11));
        table.world.run(1_000);

        assertThat(table.events)
                .containsExactly(
                        new ReaderReady(1, true, 1, 65_534),
                        new SessionBegan(1_000),
                        new VendApproved(350),
                        new VendConfirmed(),
                        new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.reader.state()).isEqualTo(ReaderState.ENABLED);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 400, 600, 800, 1_100, 1_400, 1_900})
    void sellsToCardAfterCardHoweverLateTheAnswersAre(long wireMillis) {
        CardTable table = CardTable.enabledAndLate(wireMillis);
        for (int sale = 1; sale <= 3; sale++) {
            tapUntilSeen(table);
            table.command(new RequestVend(350, 11));
            table.world.run(4 * wireMillis + 2_000);
            table.command(new ConfirmVend(11));
            table.world.run(2);
        }
        table.world.run(30_000);

        assertThat(table.events).doesNotContain(new VendDenied());
        assertThat(table.ledger().keptMinor()).isEqualTo(3 * 350);
    }

    /** As soon as the reader takes cards again. */
    private static void tapUntilSeen(CardTable table) {
        long sessions = sessions(table);
        for (int tries = 0; tries < 60_000 && sessions(table) == sessions; tries++) {
            table.trick(new ReaderTrick.TapCard(1_000));
            table.world.run(1);
        }
    }

    private static long sessions(CardTable table) {
        return table.events.stream().filter(SessionBegan.class::isInstance).count();
    }

    @Test
    void givesTheMoneyBackExactlyOnceWhenNothingCameOut() {
        CardTable table = CardTable.approved();
        table.command(new FailVend());
        table.world.run(1_000);

        assertThat(table.events)
                .endsWith(new FailureSettled(Settlement.REFUNDED), new SessionEnded());
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
        assertThat(table.ledger().keptMinor()).isZero();
    }

    @Test
    void waitsForASlowRefund() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.SlowRefund(12_000));
        table.command(new FailVend());
        table.world.run(11_000);
        assertThat(table.events).doesNotContain(new SessionEnded());

        table.world.run(4_000);
        assertThat(table.events)
                .endsWith(new FailureSettled(Settlement.REFUNDED), new SessionEnded());
    }

    @Test
    void tellsThatTheReaderLostTheCredit() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.FailNextRefund());
        table.command(new FailVend());
        table.world.run(1_000);

        assertThat(table.events).endsWith(new FailureSettled(Settlement.LOST), new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void canApproveNothingOnce() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.ApproveNothingNext());
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new RequestVend(350, 11));
        table.world.run(2_000);
        assertThat(table.events).endsWith(new VendApproved(0));

        table.command(new FailVend());
        table.command(new Disable());
        table.world.run(2_000);
        assertThat(table.events)
                .endsWith(new FailureSettled(Settlement.REFUNDED), new SessionEnded());
        assertThat(table.reader.state()).isEqualTo(ReaderState.DISABLED);
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @Test
    void endsTheSessionAfterADenial() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.TapCard(100));
        table.world.run(1_000);
        table.command(new RequestVend(350, 11));
        table.world.run(3_000);

        assertThat(table.events).endsWith(new VendDenied(), new SessionEnded());
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @Test
    void cancelsASessionThatNobodyWants() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new Disable());
        table.world.run(1_000);

        assertThat(table.events).endsWith(new SessionBegan(1_000), new SessionEnded());
        assertThat(table.reader.state()).isEqualTo(ReaderState.DISABLED);
    }

    @Test
    void cancelsARequestThatIsNotAnswered() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.DecideAfter(1_000_000));
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new RequestVend(350, 11));
        table.world.run(40_000);

        assertThat(table.events).endsWith(new VendDenied(), new SessionEnded());
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    @Test
    void neverKeepsMoneyThatWasApprovedWhileTheShopperCancelled() {
        for (long crossing = 700; crossing < 1_000; crossing += 7) {
            CardTable table = CardTable.enabled();
            table.trick(new ReaderTrick.TapCard(1_000));
            table.world.run(1_000);
            table.command(new RequestVend(350, 11));
            table.world.run(crossing);
            table.command(new Disable());
            table.world.run(60_000);

            boolean isOwned = table.events.contains(new VendApproved(350));
            assertThat(isOwned || table.ledger().keptMinor() == 0).isTrue();
        }
    }

    @Test
    void endsTheSessionWhenTheCardIsTakenAway() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.trick(new ReaderTrick.RemoveCard());
        table.world.run(1_000);

        assertThat(table.events).endsWith(new SessionEnded());
    }

    /** 65534 hundredths of a fen are 6.55: such a reader takes no card for 6.90. */
    @Test
    void tellsThatFourDecimalsLeaveNoRoomForAPrice() {
        CardTable table = new CardTable(new ReaderMessage.ReaderConfig(1, 0x1156, 1, 4, 5, 1));
        table.command(new Start());
        table.world.run(3_000);

        assertThat(table.events).containsExactly(new ReaderReady(1, true, 1, 655));
    }

    @Test
    void refusesAPriceThatTheReaderCannotSay() {
        var halfYuan = new ReaderMessage.ReaderConfig(2, 0x1156, 5, 1, 5, 1);
        CardTable table = new CardTable(halfYuan);
        table.command(new Start());
        table.command(new org.assistcounter.devices.cashless.CashlessCommand.Enable());
        table.world.run(3_000);
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);

        assertThat(table.events)
                .contains(
                        new ReaderReady(2, Set.of(Ability.REFUND, Ability.REVALUE), 50, 3_276_700),
                        new SessionBegan(1_000));
        assertThatThrownBy(() -> table.command(new RequestVend(355, 11)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
