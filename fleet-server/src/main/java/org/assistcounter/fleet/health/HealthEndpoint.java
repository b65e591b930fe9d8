package org.assistcounter.fleet.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assistcounter.fleet.database.DatabasePulse;
import org.assistcounter.fleet.link.Link;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** `GET /health`: 200 when everything works, 503 when a part is down, and which. */
@RestController
class HealthEndpoint {

    private final DatabasePulse database;
    private final Link link;

    HealthEndpoint(DatabasePulse database, Link link) {
        this.database = database;
        this.link = link;
    }

    @GetMapping("/health")
    Mono<ResponseEntity<Map<String, String>>> health() {
        return database.isBeating().map(isBeating -> answer(isBeating, link.isUp()));
    }

    private static ResponseEntity<Map<String, String>> answer(boolean database, boolean broker) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("status", word(database && broker));
        parts.put("broker", word(broker));
        parts.put("database", word(database));
        HttpStatus status = database && broker ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status).body(parts);
    }

    private static String word(boolean isUp) {
        return isUp ? "up" : "down";
    }
}
