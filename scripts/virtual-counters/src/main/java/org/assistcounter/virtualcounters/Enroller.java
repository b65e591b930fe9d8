package org.assistcounter.virtualcounters;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes cards and has the fleet make counters of them, in batches, by its own enrolment. */
final class Enroller {
    private static final int CARDS_A_BATCH = 100;
    private static final int AT_ONCE = 2;
    private static final String SITE = "xa-metro-demonstration";

    private final FleetWeb web;
    private final String prefix;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable FleetKeys> fleet = new AtomicReference<>();

    /**
     * @param prefix of the labels of this run
     */
    Enroller(FleetWeb web, String prefix) {
        this.web = web;
        this.prefix = prefix;
    }

    /** What the fleet has told of itself. */
    FleetKeys fleet() {
        FleetKeys known = fleet.get();
        if (known == null) {
            throw new LoadFailed("nobody is enrolled yet");
        }
        return known;
    }

    /**
     * Enrols so many.
     *
     * @param progress is told how many are done
     */
    List<Card> enrol(int count, IntConsumer progress) {
        List<Future<List<Card>>> batches = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < count; from += CARDS_A_BATCH) {
                int first = from;
                int last = Math.min(count, from + CARDS_A_BATCH);
                batches.add(together.submit(() -> batch(first, last)));
            }
            List<Card> cards = new ArrayList<>(count);
            for (Future<List<Card>> batch : batches) {
                cards.addAll(batch.get());
                progress.accept(cards.size());
            }
            return cards;
        } catch (ExecutionException e) {
            throw new LoadFailed("not enrolled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private List<Card> batch(int first, int last) throws GeneralSecurityException {
        List<Card.Blank> blanks = new ArrayList<>();
        for (int number = first; number < last; number++) {
            blanks.add(Card.draw("%s-%05d".formatted(prefix, number), random));
        }
        JsonNode answer = web.post("/enrolment/batches", request(blanks));
        JsonNode made = answer.path("counters");
        if (made.size() != blanks.size()) {
            throw new LoadFailed("the fleet refused cards: " + answer.path("refused"));
        }
        fleet.compareAndSet(null, FleetKeys.of(answer.path("fleet")));
        return IntStream.range(0, blanks.size())
                .mapToObj(i -> card(first + i, blanks.get(i), made.get(i)))
                .toList();
    }

    private static ObjectNode request(List<Card.Blank> blanks) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("site", SITE);
        ArrayNode cards = body.putArray("cards");
        for (Card.Blank blank : blanks) {
            cards.addObject()
                    .put("label", blank.label())
                    .put("csr", blank.request().csr())
                    .put("journalPublicKey", blank.request().journalPublicKey())
                    .put("proof", blank.request().proof());
        }
        return body;
    }

    private static Card card(int number, Card.Blank blank, JsonNode made) {
        if (!made.path("label").asString().equals(blank.label())) {
            throw new LoadFailed("the fleet answers in another order than it was asked");
        }
        try {
            byte[] pem = made.path("certificate").asString().getBytes(StandardCharsets.US_ASCII);
            CounterId id = new CounterId(made.path("counterId").asString());
            return blank.enrolled(number, id, pem);
        } catch (GeneralSecurityException e) {
            throw new LoadFailed("a certificate cannot be read", e);
        }
    }
}
