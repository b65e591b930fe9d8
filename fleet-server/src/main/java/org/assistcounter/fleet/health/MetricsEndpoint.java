package org.assistcounter.fleet.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.settings.DataDirectory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * `GET /metrics` in Prometheus's text form, for who shows the key in the data directory's file
 * `metrics.key` as a bearer token. The address of the asker is no proof: behind a proxy everybody
 * comes from this machine.
 */
@RestController
class MetricsEndpoint implements OpenPaths {

    private static final String BEARER = "Bearer ";
    private static final int KEY_BYTES = 32;
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final byte[] key;

    MetricsEndpoint(PrometheusMeterRegistry meters, DataDirectory data, SecureRandom random) {
        this.meters = meters;
        this.key = key(data.at("metrics.key"), random);
    }

    /** Made once, since a scraper keeps a copy. */
    private static byte[] key(Path file, SecureRandom random) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip().getBytes(StandardCharsets.US_ASCII);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        byte[] drawn = new byte[KEY_BYTES];
        random.nextBytes(drawn);
        byte[] words = HexFormat.of().formatHex(drawn).getBytes(StandardCharsets.US_ASCII);
        DataDirectory.writePrivately(file, words);
        return words;
    }

    /** The key admits, not a session. */
    @Override
    public List<String> patterns() {
        return List.of("/metrics");
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String shown) {
        if (!isKey(shown)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .body(meters.scrape("text/plain"));
    }

    private boolean isKey(String shown) {
        if (key.length == 0 || !shown.startsWith(BEARER)) {
            return false;
        }
        byte[] bytes = shown.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(bytes, key);
    }
}
