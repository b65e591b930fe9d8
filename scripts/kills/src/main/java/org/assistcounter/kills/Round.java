package org.assistcounter.kills;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assistcounter.kills.Boundary.Sum;
import org.assistcounter.protocol.journal.FactType;
import org.assistcounter.scripts.launcher.BenchDesk;
import org.assistcounter.scripts.launcher.Refusal;
import org.assistcounter.scripts.launcher.Shopper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One shopper, and the power that fails while they buy. */
final class Round {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration KILLED_BY = Duration.ofSeconds(40);

    private final Stage stage;
    private final Plan plan;
    private final SplittableRandom random;
    private volatile boolean isCodeShown;
    private volatile boolean isPaid;
    private int slot;

    Round(Stage stage, Plan plan, SplittableRandom random) {
        this.stage = stage;
        this.plan = plan;
        this.random = random;
    }

    /** Where the counter died; null when the sale was over before its moment came. */
    @Nullable Boundary run() {
        try (JournalWatch journal = stage.journal()) {
            long behind = journal.newestSeq();
            Map<Sum, Long> before = stage.sums();
            CompletableFuture<@Nullable Boundary> killer =
                    CompletableFuture.supplyAsync(
                            () -> kill(journal, behind, before),
                            work -> Thread.ofPlatform().daemon().name("killer").start(work));
            buy();
            return killer.join();
        } finally {
            tidy();
        }
    }

    private void buy() {
        try (Shopper shopper = stage.shopper()) {
            slot = slot(shopper.browse());
            prepare();
            if (plan.killsServer()) {
                stage.demonstration().crew().kill("server");
            }
            act(shopper);
        } catch (Refusal | CompletionException died) {
            // What a shopper sees whose counter has lost its power.
        }
    }

    private int slot(JsonNode shelf) {
        int[] slots =
                shelf.path("goods")
                        .valueStream()
                        .filter(good -> good.path("available").asBoolean())
                        .mapToInt(good -> good.path("slot").asInt())
                        .toArray();
        if (slots.length == 0) {
            throw new IllegalStateException("nothing is left to be sold");
        }
        return slots[random.nextInt(slots.length)];
    }

    private void prepare() {
        BenchDesk bench = stage.demonstration().bench();
        if (plan.story().jams()) {
            bench.command("jam&selection=" + slot);
        }
        switch (plan.story()) {
            case SLOW_CARD -> bench.command("decide-after&millis=" + Plan.DECIDED_MILLIS);
            case DENIED_CARD -> bench.command("deny");
            case SLOW_REFUND -> bench.command("slow-refund&millis=900");
            case FAILED_REFUND -> bench.command("refund-fails");
            case CARD, JAM_WITH_CARD, WALLET, WALLET_PAID_LATE, JAM_WITH_WALLET, LEAVES -> {}
        }
    }

    private void act(Shopper shopper) {
        switch (plan.story()) {
            case CARD, SLOW_CARD, DENIED_CARD, JAM_WITH_CARD, SLOW_REFUND, FAILED_REFUND ->
                    shopper.buyByCard(slot, stage.demonstration().bench());
            case WALLET, JAM_WITH_WALLET -> payByPhone(shopper);
            case WALLET_PAID_LATE -> payLate(shopper);
            case LEAVES -> {
                shopper.choose(slot);
                pause(plan.delayMillis());
                shopper.intend("cancel", Map.of());
            }
        }
    }

    private void payByPhone(Shopper shopper) {
        String code = shopper.chooseWallet(slot).path("qr").asString();
        isCodeShown = true;
        pause(random.nextInt(100));
        isPaid = true;
        stage.demonstration().fleet().payAtWallet(code);
        shopper.awaitEnd();
    }

    /** The phone has the code, and pays when the counter is dead. */
    private void payLate(Shopper shopper) {
        String code = shopper.chooseWallet(slot).path("qr").asString();
        isCodeShown = true;
        pause(plan.delayMillis() + SOON.toMillis() / 100);
        stage.demonstration().fleet().payAtWallet(code);
        shopper.awaitEnd();
    }

    private @Nullable Boundary kill(JournalWatch journal, long behind, Map<Sum, Long> before) {
        try {
            if (!journal.await(plan.after(), behind, KILLED_BY)) {
                return null;
            }
            Thread.sleep(plan.delayMillis());
            stage.demonstration().crew().kill("agent");
            FactType last = journal.lastOfSale(behind);
            return last == null ? null : Boundary.of(last, seen(before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Boundary.Seen seen(Map<Sum, Long> before) {
        Map<Sum, Long> growth = new EnumMap<>(Sum.class);
        stage.sums().forEach((sum, now) -> growth.put(sum, now - before.getOrDefault(sum, 0L)));
        growth.put(Sum.WALLET_PAID, isPaid ? 1L : 0L);
        return new Boundary.Seen(plan.story().isWallet(), isCodeShown, growth);
    }

    /** The next shopper finds a bench without tricks. */
    private void tidy() {
        BenchDesk bench = stage.demonstration().bench();
        bench.command("decide-after&millis=0");
        bench.command("slow-refund&millis=0");
        if (slot != 0) {
            bench.command("clear-jam&selection=" + slot);
        }
        stage.awaitSelling();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
