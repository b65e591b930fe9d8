package org.assistcounter.protocol.journal;

import java.util.List;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.SaleId;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a counter, or what it is about to do. Facts that move money or goods carry all
 * that booking them needs, so that each can be booked by itself. Amounts are minor units of the
 * currency named when the sale opened; JOURNAL.md has the fields and words.
 */
public sealed interface Fact {

    /** A fact of one sale. */
    sealed interface OfSale extends Fact {
        SaleId sale();
    }

    /** A fact of what the fleet wants the counter to sell by. */
    sealed interface OfDesired extends Fact {
        long revision();
    }

    /** The first record of a counter's journal. */
    record Commissioned(String label, Hash certificateHash, String agent) implements Fact {}

    /** The agent started. Two starts from one card image differ in the nonce, 32 hex digits. */
    record Booted(String nonce, String agent, boolean cleanShutdown) implements Fact {}

    /** The counter has nothing else to say, but is there. */
    record Beat() implements Fact {}

    /** The fleet's newest checkpoint, embedded beside an ordinary record. */
    record CheckpointSeen(String note) implements Fact {}

    /**
     * The journal goes on with a new key behind what the fleet has committed.
     *
     * @param note the fleet's signed checkpoint of the record before, in its exact text
     */
    record EpochBegun(String note, Hash certificateHash, String agent) implements Fact {}

    /** A sale begins: goods and prices are frozen. */
    record SaleOpened(SaleId sale, String currency, long shelfRevision, List<SaleLine> lines)
            implements OfSale {
        public SaleOpened {
            lines = List.copyOf(lines);
        }
    }

    /** One kind of goods in a sale. */
    record SaleLine(int line, int slot, String product, String lot, long priceMinor) {}

    /** The counter is about to ask for money. */
    record PaymentRequested(SaleId sale, int attempt, PaymentWay way, long amountMinor)
            implements OfSale {}

    /** How the attempt ended; when approved, with the amount approved, not the one asked for. */
    record PaymentResolved(
            SaleId sale,
            int attempt,
            PaymentWay way,
            PaymentOutcome outcome,
            long amountMinor,
            @Nullable String reference)
            implements OfSale {}

    /** The motor is about to turn. On disk before the board hears of it. */
    record DispenseCommanded(SaleId sale, int line, int slot, long command) implements OfSale {}

    /**
     * What the turn proved, with its evidence. {@code amountMinor} is what was paid for the line.
     */
    record DispenseResolved(
            SaleId sale,
            SaleLine goods,
            long amountMinor,
            DispenseVerdict verdict,
            Evidence evidence,
            boolean slotOff)
            implements OfSale {}

    /** The words of the hardware, for people who look at a case. */
    record Evidence(String home, String drop, String sensorBefore, String sensorAfter, int board) {}

    /** The counter is about to give money back. */
    record RefundRequested(SaleId sale, int line, int attempt, PaymentWay way, long amountMinor)
            implements OfSale {}

    /** What became of it. */
    record RefundResolved(
            SaleId sale,
            int line,
            int attempt,
            PaymentWay way,
            long amountMinor,
            RefundOutcome outcome)
            implements OfSale {}

    /** Money whose goods or way back are not proven: a liability that a person owns. */
    record CaseOpened(SaleId sale, int line, PaymentWay way, long amountMinor, CaseReason reason)
            implements OfSale {}

    /** The sale is over. Charged equals delivered plus refunded plus held in cases. */
    record SaleClosed(
            SaleId sale, SaleOutcome outcome, long chargedMinor, long refundedMinor, long heldMinor)
            implements OfSale {}

    /** How much lies in a slot, by somebody's count. */
    record StockCounted(int slot, String product, String lot, int quantity) implements Fact {}

    /** A slot is offered no longer, or again. */
    record SlotSwitched(int slot, boolean on, String reason) implements Fact {}

    /**
     * How a cooled compartment stands, written now and then so that a start can go on from it.
     *
     * @param warmMillis how long it has been too warm without a break
     * @param coldMillis how long it has been cold since
     * @param graceMillis how long it may still be warm after filling, service or an opened door
     */
    record ColdChainNoted(int compartment, long warmMillis, long coldMillis, long graceMillis)
            implements Fact {}

    /** Goods that need cooling are locked in a compartment, or a service lifted that. */
    record ColdChainSwitched(int compartment, boolean locked, String reason) implements Fact {}

    /** Door or mains: well is closed, or there. */
    record ContactChanged(String contact, boolean well) implements Fact {}

    /** A technician has signed in at the counter, or out. */
    record ServiceSigned(boolean in, String reason) implements Fact {}

    /**
     * A service code was wrong.
     *
     * @param wrong how many in a row since the last sign-in
     * @param pauseMillis how long none is taken now
     */
    record ServiceRefused(int wrong, long pauseMillis) implements Fact {}

    /** A desired state of the fleet lies ready to come into force between sales. */
    record DesiredStaged(SignedState state) implements OfDesired {
        @Override
        public long revision() {
            return state.revision();
        }
    }

    /** From here on it is sold by the desired state of this revision, which lay ready. */
    record DesiredApplied(long revision) implements OfDesired {}

    /** A desired state of the fleet is not taken. */
    record DesiredRefused(long revision, Rejection reason) implements OfDesired {}

    /** A device or a stranger said something wrong; it was kept and not acted on. */
    record FaultNoticed(String source, String what, String detail) implements Fact {}
}
