package org.assistcounter.fleet.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.database.DatabasePulse;
import org.assistcounter.fleet.link.Link;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Whether it works. `/health` says which part is down. `/health/ready` is for what sends web
 * requests here, which need the database and no broker: 503 without it, and as soon as the server
 * begins to stop. `/health/live` is for what restarts a process that hangs: a lost database is no
 * reason to.
 */
@RestController
class HealthEndpoint implements OpenPaths {

    private final DatabasePulse database;
    private final Link link;
    private final ApplicationAvailability availability;

    HealthEndpoint(DatabasePulse database, Link link, ApplicationAvailability availability) {
        this.database = database;
        this.link = link;
        this.availability = availability;
    }

    @Override
    public List<String> patterns() {
        return List.of("/health", "/health/live", "/health/ready");
    }

    @GetMapping("/health")
    Mono<ResponseEntity<Map<String, String>>> health() {
        return database.isBeating().map(isBeating -> parts(isBeating, link.isUp()));
    }

    @GetMapping("/health/ready")
    Mono<ResponseEntity<Map<String, String>>> ready() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                ? database.isBeating().map(isBeating -> answer(isBeating, word(isBeating)))
                : Mono.just(answer(false, "stopping"));
    }

    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", "up");
    }

    private static ResponseEntity<Map<String, String>> parts(boolean database, boolean broker) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("status", word(database && broker));
        parts.put("broker", word(broker));
        parts.put("database", word(database));
        return answer(database && broker, parts);
    }

    private static ResponseEntity<Map<String, String>> answer(boolean isUp, String status) {
        return answer(isUp, Map.of("status", status));
    }

    private static ResponseEntity<Map<String, String>> answer(
            boolean isUp, Map<String, String> parts) {
        return ResponseEntity.status(isUp ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(parts);
    }

    private static String word(boolean isUp) {
        return isUp ? "up" : "down";
    }
}
