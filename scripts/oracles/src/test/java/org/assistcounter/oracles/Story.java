package org.assistcounter.oracles;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.signing.Signer;

/**
 * A day at a counter, told step by step to the oracles: one sale of apples for 5.00 from slot 1.
 */
final class Story {
    static final long PRICE = 500;
    static final int SLOT = 1;
    static final Fact.SaleLine APPLE = new Fact.SaleLine(1, SLOT, "apple", "L1", PRICE);
    static final Fact.SaleLine PEAR = new Fact.SaleLine(2, 2, "pear", "L2", 300);

    final SaleId sale = SaleId.of(7, 1);
    final CounterOracles oracles;
    private final List<Fact.SaleLine> lines;
    private ChainHead head;
    private long now;

    private Story(List<Fact.SaleLine> lines) {
        head = ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});
        oracles = new CounterOracles(head.hash());
        this.lines = lines;
        world(new WorldFact.SlotFilled(SLOT, 3), new WorldFact.SlotFilled(2, 3));
        List<WorldFact.Priced> prices = new ArrayList<>();
        for (Fact.SaleLine each : List.of(APPLE, PEAR)) {
            prices.add(
                    new WorldFact.Priced(
                            each.slot(), each.product(), each.lot(), each.priceMinor()));
        }
        world(new WorldFact.PricesCame(1, prices));
        fact(new Fact.Booted("00", "test", true));
        fact(new Fact.StockCounted(SLOT, "apple", "L1", 3));
        fact(new Fact.StockCounted(2, "pear", "L2", 3));
    }

    static Story ofOneApple() {
        return new Story(List.of(APPLE));
    }

    static Story ofAppleAndPear() {
        return new Story(List.of(APPLE, PEAR));
    }

    ChainHead head() {
        return head;
    }

    Story later(long millis) {
        now += millis;
        return this;
    }

    Story world(WorldFact.AtCounter... facts) {
        for (WorldFact.AtCounter each : facts) {
            oracles.saw(now, each);
        }
        return this;
    }

    Story fact(Fact fact) {
        return sealed(fact instanceof Fact.Booted ? head.nextBoot() : head, fact);
    }

    Story sealed(ChainHead after, Fact fact) {
        JournalRecord record = seal(after, fact, now);
        oracles.saw(now, new WorldFact.RecordDurable(0, Written.of(record)));
        head = after.after(record);
        return this;
    }

    static JournalRecord seal(ChainHead after, Fact fact, long monotonic) {
        return JournalRecord.seal(
                after,
                fact,
                new ClockReading(monotonic, 0, ClockReading.ClockQuality.NONE, 0),
                new Signer() {
                    @Override
                    public byte[] publicKey() {
                        byte[] key = new byte[32];
                        key[0] = (byte) (after.epoch() - 1);
                        return key;
                    }

                    @Override
                    public byte[] sign(byte[] message) {
                        return new byte[64];
                    }
                });
    }

    Story opened() {
        return fact(new Fact.SaleOpened(sale, "CNY", 1, lines));
    }

    Story asks(int attempt, PaymentWay way, long amount) {
        return fact(new Fact.PaymentRequested(sale, attempt, way, amount));
    }

    Story resolves(int attempt, PaymentWay way, PaymentOutcome outcome, long amount) {
        return fact(new Fact.PaymentResolved(sale, attempt, way, outcome, amount, null));
    }

    /** Opened, asked for and paid by card. */
    Story paidByCard() {
        return opened().asks(1, PaymentWay.CARD, PRICE)
                .world(new WorldFact.CardTook(PRICE))
                .resolves(1, PaymentWay.CARD, PaymentOutcome.APPROVED, PRICE);
    }

    Story paidByWallet() {
        long sum = lines.stream().mapToLong(Fact.SaleLine::priceMinor).sum();
        return opened().asks(1, PaymentWay.WALLET, sum)
                .world(new WorldFact.WalletTook(sale.attempt(1), sum))
                .resolves(1, PaymentWay.WALLET, PaymentOutcome.APPROVED, sum);
    }

    Story commands(Fact.SaleLine line) {
        return fact(new Fact.DispenseCommanded(sale, line.line(), line.slot(), line.line()));
    }

    Story turns(Fact.SaleLine line) {
        return world(new WorldFact.MotorTurned(line.slot()));
    }

    Story falls(Fact.SaleLine line) {
        return world(new WorldFact.PieceFell(line.slot()));
    }

    Story turned(Fact.SaleLine line, DispenseVerdict verdict) {
        boolean delivered = verdict == DispenseVerdict.DELIVERED;
        return fact(
                new Fact.DispenseResolved(
                        sale,
                        line,
                        line.priceMinor(),
                        verdict,
                        new Fact.Evidence("yes", "yes", "good", "good", 0),
                        !delivered));
    }

    Story delivers(Fact.SaleLine line) {
        return commands(line).turns(line).falls(line).turned(line, DispenseVerdict.DELIVERED);
    }

    Story asksBack(Fact.SaleLine line, PaymentWay way) {
        return fact(new Fact.RefundRequested(sale, line.line(), 1, way, line.priceMinor()));
    }

    Story refund(Fact.SaleLine line, PaymentWay way, RefundOutcome outcome) {
        return fact(new Fact.RefundResolved(sale, line.line(), 1, way, line.priceMinor(), outcome));
    }

    Story opensCase(Fact.SaleLine line, PaymentWay way, CaseReason reason) {
        return fact(new Fact.CaseOpened(sale, line.line(), way, line.priceMinor(), reason));
    }

    Story closes(SaleOutcome outcome, long charged, long refunded, long held) {
        return fact(new Fact.SaleClosed(sale, outcome, charged, refunded, held));
    }

    Story rests() {
        oracles.rest(now);
        return this;
    }

    /** The next step is the one that must not be. */
    static void breaks(String oracle, String words, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOf(Broken.class)
                .hasMessageContaining(words)
                .extracting(e -> e instanceof Broken broken ? broken.oracle() : "none")
                .isEqualTo(oracle);
    }
}
