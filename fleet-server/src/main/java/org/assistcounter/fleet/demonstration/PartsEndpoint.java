package org.assistcounter.fleet.demonstration;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.database.Database;
import org.assistcounter.fleet.link.Link;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.settings.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** `POST /demonstration/{broker|database}/{stop|start}` with the key in `X-Demonstration-Key`. */
@RestController
@ConditionalOnProperty(name = "assistcounter.demonstration", havingValue = "true")
class PartsEndpoint implements OpenPaths {

    private static final int KEY_BYTES = 24;

    private final Database database;
    private final Link link;
    private final byte[] key;

    PartsEndpoint(Database database, Link link, DataDirectory data, SecureRandom random) {
        this.database = database;
        this.link = link;
        byte[] drawn = new byte[KEY_BYTES];
        random.nextBytes(drawn);
        this.key = HexFormat.of().formatHex(drawn).getBytes(StandardCharsets.US_ASCII);
        DataDirectory.writePrivately(data.at("demonstration.key"), key);
    }

    /** The key admits, not a session. */
    @Override
    public List<String> patterns() {
        return List.of("/demonstration/**");
    }

    @PostMapping("/demonstration/{part}/{order}")
    Mono<Map<String, String>> obey(
            @PathVariable String part,
            @PathVariable String order,
            @RequestHeader(name = "X-Demonstration-Key", defaultValue = "") String shown,
            ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        boolean isLocal = from != null && from.getAddress().isLoopbackAddress();
        byte[] bytes = shown.strip().getBytes(StandardCharsets.UTF_8);
        if (!isLocal || !MessageDigest.isEqual(bytes, key)) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return Mono.fromRunnable(effect(part + "/" + order))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(Map.of("part", part, "order", order));
    }

    private Runnable effect(String order) {
        return switch (order) {
            case "broker/stop" -> link::stopBroker;
            case "broker/start" -> link::startBroker;
            case "database/stop" -> database::stop;
            case "database/start" -> database::start;
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
