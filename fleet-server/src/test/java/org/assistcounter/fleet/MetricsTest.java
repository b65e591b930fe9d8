package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assistcounter.fleet.metrics.Tallies;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a Prometheus reads of the running server, and what the files beside it make of that. */
@ExtendWith(RunningServer.class)
class MetricsTest {
    private static final Pattern NAMES =
            Pattern.compile("\\b(?:assistcounter|jvm|process|system|logback|http_server)_[a-z_]+");

    /** Only where something of the kind has happened. */
    private static final Set<String> LATER =
            Set.of(
                    "assistcounter_differences_open",
                    "assistcounter_wallets_calls_seconds_bucket",
                    "assistcounter_wallets_calls_seconds_count");

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebTestClient client = new WebCalls(server).client();

    private WebTestClient.ResponseSpec ask(String authorization) {
        return client.get().uri("/metrics").header("Authorization", authorization).exchange();
    }

    private String scrape() {
        String key = text(server.data().resolve("metrics.key"));
        return Objects.requireNonNullElse(
                ask("Bearer " + key)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType("text/plain; version=0.0.4; charset=utf-8")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static double value(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer 0000", "Basic YTpi"})
    void tellsNothingWithoutTheKey(String authorization) {
        ask(authorization)
                .expectStatus()
                .isEqualTo(HttpStatus.UNAUTHORIZED)
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .isEmpty();
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(server.data().resolve("metrics.key")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void countsEachRecordOnceThoughItsBatchComesTwice() {
        String records = "assistcounter_ingest_records_total";
        String duplicates = "assistcounter_ingest_batches_total{verdict=\"duplicate\"}";
        String before = scrape();
        try (var counter = SellingCounter.enrol(server, "ME-0001")) {
            var sale = counter.writes(Sales.of(PaymentWay.CARD).delivered());
            counter.sends(sale);
            counter.confirmed();
            counter.sends(sale);
            counter.confirmed();

            // The answer is measured after it is sent.
            Eventually.holds(() -> value(scrape(), duplicates) == value(before, duplicates) + 1);
            assertThat(value(scrape(), records) - value(before, records)).isEqualTo(sale.size());
        }
    }

    @Test
    void countsWhatIsConnectedAndWhatIsOpen() {
        try (var counter = SellingCounter.enrol(server, "ME-0002")) {
            counter.tells(Sales.of(PaymentWay.CARD).doubtful());
            server.bean(DatabaseClient.class)
                    .sql(
                            """
                            update counters set certificate_ends_at = now() + interval '8 days'
                             where label = 'ME-0002'
                            """)
                    .then()
                    .block();
            server.bean(Tallies.class).read().block();
            String scraped = scrape();
            String ending = "assistcounter_certificates_ending{days=\"%s\"}";

            assertThat(value(scraped, "assistcounter_link_connections")).isPositive();
            assertThat(value(scraped, "assistcounter_counters{status=\"active\"}")).isPositive();
            assertThat(value(scraped, "assistcounter_cases_open{way=\"card\"}")).isPositive();
            assertThat(value(scraped, ending.formatted(30))).isPositive();
            assertThat(scraped).contains(ending.formatted(7), ending.formatted(0));
            assertThat(value(scraped, "assistcounter_tallies_age_seconds")).isLessThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana.json", "alerts.yml"})
    void everySeriesThatAFileAsksForIsThere(String file) {
        try (var counter = SellingCounter.enrol(server, "ME-" + file.length())) {
            counter.tells(Sales.of(PaymentWay.CARD).doubtful());
            counter.greets();
            server.bean(Tallies.class).read().block();
        }
        Set<String> told = names(scrape());
        Set<String> asked = names(text(Path.of("operations", file)));

        assertThat(asked).hasSizeGreaterThan(8);
        List<String> missing = new ArrayList<>(asked);
        missing.removeAll(told);
        missing.removeAll(LATER);
        assertThat(missing).isEmpty();
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        NAMES.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    @Test
    void liveAndReadyAnswerEverybody() {
        client.get().uri("/health/live").exchange().expectStatus().isOk();
        client.get()
                .uri("/health/ready")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("up");
    }
}
