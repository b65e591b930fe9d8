package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Start;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.Garbled;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderLost;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.junit.jupiter.api.Test;

/** What is left open by a crash, a cut line, a reader's reset or noise is settled or told. */
class CardRecoveryTest {

    @Test
    void settlesAVendThatACrashLeftOpenBeforeItStarts() {
        CardTable table = CardTable.approved();
        table.crashHost();
        table.command(new FailVend());
        table.command(new Start());
        table.world.run(4_000);

        assertThat(table.events)
                .containsExactly(
                        new FailureSettled(Settlement.REFUNDED),
                        new SessionEnded(),
                        new ReaderReady(1, true, 1, 65_534));
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
    }

    @Test
    void confirmsAVendThatACrashLeftOpen() {
        CardTable table = CardTable.approved();
        table.crashHost();
        table.command(new ConfirmVend(11));
        table.world.run(1_000);

        assertThat(table.events).containsExactly(new VendConfirmed(), new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void keepsASettlementCommandedBeforeTheLineOpens() {
        CardTable table = CardTable.approved();
        table.host.cut();
        table.command(new FailVend());
        table.world.run(1_000);
        table.host.connect(table.box, CardTable.WIRE_MILLIS);
        table.world.run(4_000);

        assertThat(table.events)
                .endsWith(
                        new FailureSettled(Settlement.REFUNDED),
                        new SessionEnded(),
                        new ReaderReady(1, true, 1, 65_534));
    }

    @Test
    void doesNotKnowARefundWhenTheReaderHasNoVendOpen() {
        CardTable table = CardTable.enabled();
        table.crashHost();
        table.command(new FailVend());
        table.world.run(4_000);

        assertThat(table.events)
                .containsExactly(new FailureSettled(Settlement.UNKNOWN), new SessionEnded());
    }

    @Test
    void doesNotKnowARefundWhenNobodyAnswers() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.GoSilent(120_000));
        table.command(new FailVend());
        table.world.run(40_000);

        assertThat(table.events)
                .contains(new FailureSettled(Settlement.UNKNOWN), new SessionEnded());
    }

    @Test
    void doesNotTakeAnAckAfterNoiseForARefund() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.FailNextRefund());
        table.command(new FailVend());
        table.world.run(6);
        table.box.command(new ReaderTrick.NoiseNext());
        table.world.run(10_000);

        assertThat(table.events).doesNotContain(new FailureSettled(Settlement.REFUNDED));
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void tellsThatAResetInAVendHidesItsOutcome() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.PowerBlip());
        table.world.run(4_000);

        assertThat(table.events).hasAtLeastOneElementOfType(ReaderLost.class);
        assertThat(table.events).endsWith(new ReaderReady(1, true, 1, 65_534));
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void setsUpAgainAfterThePowerBlipOfAnIdleReader() {
        CardTable table = CardTable.enabled();
        table.events.clear();
        table.trick(new ReaderTrick.PowerBlip());
        table.world.run(4_000);

        assertThat(table.events).containsExactly(new ReaderReady(1, true, 1, 65_534));
        assertThat(table.reader.state()).isEqualTo(ReaderState.ENABLED);
    }

    /** Found by fuzzing: half a line was left over, and the ACK of the RESET ended it. */
    @Test
    void setsUpAReaderWhoseAckWasReadAsData() {
        CardTable table = new CardTable();
        instead(table, "00", "0 000\r\n");
        table.command(new Start());
        table.world.run(40_000);

        assertThat(table.events).contains(new ReaderReady(1, true, 1, 65_534));
    }

    @Test
    void endsASessionWhoseLastAckWasReadAsData() {
        CardTable table = CardTable.approved();
        table.events.clear();
        instead(table, "00", "06 06\r\n");
        table.command(new ConfirmVend(11));
        table.world.run(40_000);

        assertThat(table.events).contains(new SessionEnded(), new ReaderReady(1, true, 1, 65_534));
    }

    /** The first such line of the box comes as another. */
    private static void instead(CardTable table, String line, String other) {
        AtomicBoolean done = new AtomicBoolean();
        table.host.spoil(heard -> {
            boolean is = new String(heard, StandardCharsets.US_ASCII).strip().equals(line);
            return is && !done.getAndSet(true) ? other.getBytes(StandardCharsets.US_ASCII) : heard;
        });
    }

    @Test
    void setsUpAgainWhenTheLineComesBack() {
        CardTable table = CardTable.enabled();
        table.host.cut();
        table.events.clear();
        table.world.run(30_000);
        table.host.connect(table.box, CardTable.WIRE_MILLIS);
        table.world.run(4_000);

        assertThat(table.events).contains(new ReaderReady(1, true, 1, 65_534));
        assertThat(table.reader.state()).isEqualTo(ReaderState.ENABLED);
    }

    @Test
    void findsAReaderAgainThatWasSilent() {
        CardTable table = new CardTable();
        table.trick(new ReaderTrick.GoSilent(20_000));
        table.command(new Start());
        table.world.run(10_000);
        assertThat(table.events).hasOnlyElementsOfType(ReaderLost.class);

        table.world.run(30_000);
        assertThat(table.events).endsWith(new ReaderReady(1, true, 1, 65_534));
    }

    @Test
    void tellsOfGarbageAndGoesOn() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.NoiseNext());
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.trick(new ReaderTrick.RemoveCard());
        table.world.run(1_000);

        assertThat(table.events)
                .filteredOn(Garbled.class::isInstance)
                .extracting(CashlessEvent::toString)
                .singleElement()
                .asString()
                .contains("E7 13 51");
    }

    /** Found by a simulated counter: the second of two equal lines stood for the poll's answer. */
    @Test
    void takesNoLineThatComesTwiceForARefund() {
        CardTable table = CardTable.approved();
        table.trick(new ReaderTrick.FailNextRefund());
        table.host.spoil(CardRecoveryTest::twice);
        table.command(new FailVend());
        table.world.run(40_000);

        assertThat(table.events)
                .contains(new FailureSettled(Settlement.LOST))
                .doesNotContain(new FailureSettled(Settlement.REFUNDED));
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    private static byte[] twice(byte[] line) {
        byte[] twice = Arrays.copyOf(line, 2 * line.length);
        System.arraycopy(line, 0, twice, line.length, line.length);
        return twice;
    }

    /** Found by a simulated counter: the reader was still deciding when the host came back. */
    @Test
    void failsAnApprovalThatComesAfterTheFailure() {
        CardTable table = CardTable.enabled();
        table.trick(new ReaderTrick.DecideAfter(6_000));
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new RequestVend(350, 11));
        table.world.run(1_000);
        table.crashHost();
        table.host.spoil(CardRecoveryTest::withoutOutOfSequence);
        table.command(new FailVend());
        table.world.run(40_000);

        assertThat(table.ledger().approvedMinor()).isEqualTo(350);
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
        assertThat(table.events).contains(new FailureSettled(Settlement.REFUNDED));
    }

    private static byte[] withoutOutOfSequence(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII);
        return text.startsWith("60 0B") || text.startsWith("0B") ? new byte[0] : line;
    }
}
