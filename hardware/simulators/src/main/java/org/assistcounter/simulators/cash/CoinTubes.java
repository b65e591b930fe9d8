package org.assistcounter.simulators.cash;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The tubes of a changer and the payout under way: one coin in 300 ms, until a tube jams. */
final class CoinTubes {

    private static final int TYPES = 16;
    private static final int CAPACITY = 50;
    private static final long COIN_MILLIS = 300;
    private static final int TUBE_JAMMED = 0x07;

    private final List<Integer> credits;
    private final BusVoice voice;
    private final int[] tubes;
    private final int[] paid = new int[TYPES];
    private final Deque<Integer> toPay = new ArrayDeque<>();
    private int jammedMask;
    private int paidUntold;
    private long nextCoinMillis;

    CoinTubes(List<Integer> credits, List<Integer> counts, BusVoice voice) {
        this.credits = credits;
        this.voice = voice;
        tubes = Arrays.copyOf(counts.stream().mapToInt(c -> c).toArray(), TYPES);
    }

    /** What is left of a payout is not paid; the coins stay where they are. */
    void reset() {
        toPay.clear();
        Arrays.fill(paid, 0);
        jammedMask = 0;
        paidUntold = 0;
    }

    void jam(int type) {
        jammedMask |= 1 << type;
    }

    boolean isJammed() {
        return jammedMask != 0;
    }

    int count(int type) {
        return tubes[type];
    }

    boolean hasRoom(int type) {
        return tubes[type] < CAPACITY;
    }

    void add(int type) {
        tubes[type]++;
    }

    /** How many of so many coins there were to take. */
    int take(int type, int most) {
        int taken = Math.min(most, tubes[type]);
        tubes[type] -= taken;
        return taken;
    }

    int units() {
        int units = 0;
        for (int type = 0; type < credits.size(); type++) {
            units += tubes[type] * credits.get(type);
        }
        return units;
    }

    int fullMask() {
        int full = 0;
        for (int type = 0; type < TYPES; type++) {
            full |= hasRoom(type) ? 0 : 1 << type;
        }
        return full;
    }

    byte[] counts() {
        return bytes(tubes);
    }

    /** What the last payout gave out, by type. */
    byte[] paid() {
        return bytes(paid);
    }

    /** What was given out since this was asked last. */
    int takePaid() {
        int units = paidUntold;
        paidUntold = 0;
        return units;
    }

    boolean isPaying() {
        return !toPay.isEmpty();
    }

    /** False while another payout is under way. */
    boolean startPaying(Deque<Integer> coins, long now) {
        if (isPaying()) {
            return false;
        }
        Arrays.fill(paid, 0);
        paidUntold = 0;
        toPay.addAll(coins);
        nextCoinMillis = now + COIN_MILLIS;
        return true;
    }

    Deque<Integer> coins(int type, int count) {
        Deque<Integer> coins = new ArrayDeque<>();
        for (int i = 0; i < Math.min(count, tubes[type]); i++) {
            coins.add(type);
        }
        return coins;
    }

    /** The largest coins first, as far as they go. */
    Deque<Integer> coinsFor(int value) {
        Deque<Integer> coins = new ArrayDeque<>();
        int left = value;
        for (int type = credits.size() - 1; type >= 0; type--) {
            Deque<Integer> ofType = coins(type, left / credits.get(type));
            left -= ofType.size() * credits.get(type);
            coins.addAll(ofType);
        }
        return coins;
    }

    /** Time passes; gives what came out, in units of credit. */
    int payOut(long now) {
        int units = 0;
        while (isPaying() && now >= nextCoinMillis) {
            int type = toPay.remove();
            if ((jammedMask >> type & 1) != 0 || tubes[type] == 0) {
                toPay.clear();
                voice.tell(TUBE_JAMMED);
            } else {
                tubes[type]--;
                paid[type]++;
                units += credits.get(type);
                nextCoinMillis += COIN_MILLIS;
            }
        }
        paidUntold += units;
        return units;
    }

    private static byte[] bytes(int[] counts) {
        byte[] bytes = new byte[counts.length];
        for (int i = 0; i < counts.length; i++) {
            bytes[i] = (byte) counts[i];
        }
        return bytes;
    }
}
