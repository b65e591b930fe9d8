package org.assistcounter.virtualcounters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What one counter sells, drawn from a seed; the same seed sells the same. It has no clock: each
 * deed says when it is due in the counter's own time. All pay by card: a wallet's sale needs the
 * fleet while the shopper waits, and a phone.
 */
final class Selling {
    private static final long THINKING_MILLIS_MAX = 20_000;
    private static final long VISIT_MILLIS = 180_000;

    private SplittableRandom random;
    private final long stamp;
    private final Demand demand;
    private final int[] stock = new int[Goods.SHELF.size()];
    private final boolean[] isOff = new boolean[Goods.SHELF.size()];
    private final Deque<Deed> due = new ArrayDeque<>();
    private Desired desired = Desired.NONE;
    private long nowMillis;
    private long nextCommand = 1;

    /**
     * @param number of the counter among those of the seed
     * @param stamp goes into the numbers of the sales, which must never be seen again
     */
    Selling(long seed, long number, long stamp, Demand demand) {
        this.stamp = stamp;
        this.random = new SplittableRandom(mixed(seed, number));
        this.demand = demand;
    }

    /** Neighbours must not draw the same a little later: what they begin with is drawn too. */
    private static long mixed(long seed, long number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number).nextLong();
    }

    /** What is loaded when the counter is commissioned. */
    List<Fact> loaded() {
        List<Fact> facts = new ArrayList<>();
        for (int slot = 1; slot <= stock.length; slot++) {
            stock[slot - 1] = Goods.CAPACITY;
            facts.add(counted(slot));
        }
        return facts;
    }

    /**
     * Goes on at a counter that has started again: with other sales, and what lies there counted.
     */
    void continued(long boot, long firstCommand) {
        random = new SplittableRandom(random.nextLong() + boot);
        nextCommand = firstCommand;
        visited();
    }

    /** The next shopper sees these prices. */
    void sellsBy(Desired now) {
        desired = now;
    }

    /** The next deed; null when trade is over. */
    @Nullable Deed next() {
        if (due.isEmpty()) {
            shopperComes();
        }
        Deed deed = due.poll();
        if (deed != null) {
            nowMillis = Math.max(nowMillis, deed.atMillis());
        }
        return deed;
    }

    private void shopperComes() {
        double pauseMillis = -Math.log(1 - random.nextDouble()) / demand.rate(nowMillis);
        long atMillis = nowMillis + (long) Math.ceil(Math.min(pauseMillis, Long.MAX_VALUE / 4.0));
        if (atMillis >= demand.untilMillis()) {
            return;
        }
        nowMillis = atMillis;
        int wanted = random.nextInt(100) < 75 ? 1 : 2;
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            int slot = filledSlot(slots);
            if (slot == 0) {
                visited();
                return;
            }
            slots.add(slot);
        }
        sell(slots);
    }

    /** A slot to buy from that is not chosen yet; 0 when too few are left. */
    private int filledSlot(List<Integer> chosen) {
        int[] filled = new int[stock.length];
        int count = 0;
        for (int slot = 1; slot <= stock.length; slot++) {
            boolean isThere =
                    stock[slot - 1] > 0
                            && !isOff[slot - 1]
                            && desired.offers(Goods.SHELF.get(slot - 1).product());
            if (isThere && !chosen.contains(slot)) {
                filled[count++] = slot;
            }
        }
        return count * 2 < stock.length ? 0 : filled[random.nextInt(count)];
    }

    /** Somebody fills up, counts, and switches on again what was off. */
    private void visited() {
        List<Fact> facts = new ArrayList<>();
        for (int slot = 1; slot <= stock.length; slot++) {
            if (isOff[slot - 1]) {
                facts.add(new Fact.SlotSwitched(slot, true, "serviced"));
            }
            stock[slot - 1] = Goods.CAPACITY;
            facts.add(counted(slot));
        }
        Arrays.fill(isOff, false);
        add(0, List.of(new Fact.ServiceSigned(true, "code")));
        add(VISIT_MILLIS, facts);
        add(VISIT_MILLIS, List.of(new Fact.ServiceSigned(false, "done")));
    }

    private void sell(List<Integer> slots) {
        SaleId id = SaleId.of(random.nextLong() ^ stamp, random.nextLong());
        List<Fact.SaleLine> lines = new ArrayList<>();
        for (int slot : slots) {
            Goods goods = Goods.SHELF.get(slot - 1);
            lines.add(
                    new Fact.SaleLine(
                            lines.size() + 1,
                            slot,
                            goods.product(),
                            goods.lot(),
                            desired.priceMinor(goods.product(), goods.priceMinor())));
        }
        CardSale sale = new CardSale(id, lines);
        long later = 0;
        while (!sale.isOver()) {
            add(later, step(sale));
            later += 1_000 + random.nextLong(THINKING_MILLIS_MAX) / 4;
        }
    }

    private List<Fact> step(CardSale sale) {
        return switch (sale.awaited()) {
            case OPENING -> sale.opened();
            case PAYMENT -> paid(sale);
            case TURN -> turned(sale);
            case REFUND -> sale.refunded();
        };
    }

    private List<Fact> paid(CardSale sale) {
        int draw = random.nextInt(100);
        if (draw < 5) {
            return sale.unpaid(draw < 3 ? PaymentOutcome.DECLINED : PaymentOutcome.ABANDONED);
        }
        return sale.paid("T" + random.nextInt(1_000_000), nextCommand++);
    }

    private List<Fact> turned(CardSale sale) {
        int slot = sale.line().slot();
        int draw = random.nextInt(1_000);
        if (draw >= 15) {
            stock[slot - 1]--;
            return sale.delivered();
        }
        isOff[slot - 1] = true;
        if (draw >= 5) {
            return sale.jammed();
        }
        stock[slot - 1]--;
        return sale.doubtful();
    }

    private void add(long laterMillis, List<Fact> facts) {
        due.add(new Deed(nowMillis + laterMillis, facts));
    }

    private Fact counted(int slot) {
        Goods goods = Goods.SHELF.get(slot - 1);
        return new Fact.StockCounted(slot, goods.product(), goods.lot(), stock[slot - 1]);
    }
}
