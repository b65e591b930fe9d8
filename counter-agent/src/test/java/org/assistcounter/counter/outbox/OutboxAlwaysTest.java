package org.assistcounter.counter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.assistcounter.counter.outbox.Outbox.Sending;
import org.junit.jupiter.api.Test;

/** Over a network that loses, delays, doubles and cuts, everything arrives at last. */
class OutboxAlwaysTest {
    private static final int SEEDS = 500;
    private static final long ROUGH_MILLIS = 200_000;
    private static final long CALM_MILLIS = 1_000_000;

    @Test
    void alwaysConfirmsEverythingWhenTheNetworkIsCalmAgain() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Net net = new Net(seed);
            net.run(ROUGH_MILLIS, true);
            net.run(ROUGH_MILLIS + CALM_MILLIS, false);

            assertThat(net.outbox.confirmedSeq()).as("seed %d", seed).isEqualTo(net.newest);
            assertThat(net.committed).as("seed %d", seed).isEqualTo(net.newest);
        }
    }

    private record Due(long atMillis, long connection, Supplier<List<Sending>> arrival) {}

    /** The outbox at one end and a fleet that commits batches in order at the other. */
    private static final class Net {
        private final SplittableRandom random;
        private final PriorityQueue<Due> onTheWay =
                new PriorityQueue<>(Comparator.comparingLong(Due::atMillis));
        private final List<Long> batchEnds = new ArrayList<>();
        private final long seed;
        private final Outbox outbox;
        private long newest;
        private long committed;
        private long confirmedBefore;
        private long now;
        private long connection;
        private boolean isConnected;
        private boolean isResumed;
        private boolean isRough;

        Net(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            newest = random.nextLong(3_000);
            outbox = new Outbox(newest, 0, Spread.NONE);
        }

        void run(long untilMillis, boolean rough) {
            isRough = rough;
            while (now < untilMillis) {
                now += 1 + random.nextInt(200);
                happen();
                Due due = onTheWay.peek();
                while (due != null && due.atMillis() <= now) {
                    onTheWay.remove();
                    if (due.connection() == connection) {
                        carry(due.arrival().get());
                    }
                    due = onTheWay.peek();
                }
                carry(outbox.elapsed(now));
            }
        }

        private void happen() {
            if (isRough && random.nextInt(20) == 0) {
                newest += random.nextInt(100);
                carry(outbox.appended(newest, now));
            }
            if (isConnected && isRough && random.nextInt(150) == 0) {
                isConnected = false;
                connection++;
                outbox.disconnected();
            } else if (!isConnected && random.nextInt(10) == 0) {
                isConnected = true;
                isResumed = false;
                carry(outbox.connected(now));
            }
        }

        private void carry(List<Sending> sendings) {
            assertThat(outbox.confirmedSeq())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(confirmedBefore);
            confirmedBefore = outbox.confirmedSeq();
            for (Sending sending : sendings) {
                assertThat(isConnected).as("seed %d", seed).isTrue();
                switch (sending) {
                    case Sending.Greeting _ -> {
                        isResumed = false;
                        later(this::greeted);
                    }
                    case Sending.Batch batch -> sent(batch);
                }
            }
        }

        private void sent(Sending.Batch batch) {
            assertThat(isResumed).as("nothing before the fleet resumes, seed %d", seed).isTrue();
            batchEnds.add(batch.toSeq());
            batchEnds.removeIf(end -> end <= outbox.confirmedSeq());
            assertThat(batchEnds).as("in flight, seed %d", seed).hasSizeLessThanOrEqualTo(4);
            later(() -> received(batch));
        }

        /** The fleet's side: its answers travel, too. */
        private List<Sending> greeted() {
            checkpoint();
            resume();
            return List.of();
        }

        private List<Sending> received(Sending.Batch batch) {
            if (batch.fromSeq() <= committed + 1) {
                committed = Math.max(committed, batch.toSeq());
                checkpoint();
            } else {
                resume();
            }
            return List.of();
        }

        private void checkpoint() {
            long seq = committed;
            later(() -> outbox.confirmed(seq, now));
        }

        private void resume() {
            long from = committed + 1;
            later(() -> {
                isResumed = true;
                batchEnds.clear();
                return outbox.resume(from, now);
            });
        }

        private void later(Supplier<List<Sending>> arrival) {
            int copies = isRough ? random.nextInt(10) == 0 ? 2 : 1 : 1;
            for (int i = 0; i < copies; i++) {
                boolean isLost = isRough && random.nextInt(8) == 0;
                if (!isLost) {
                    long at = now + 1 + random.nextInt(isRough ? 3_000 : 100);
                    onTheWay.add(new Due(at, connection, arrival));
                }
            }
        }
    }
}
