package org.assistcounter.fleet.complaints.web;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Says how often somebody may ask about receipts, on all their pages together. */
@Component
class Askers {
    private final QuestionLimit limit;
    private final Clock clock;

    Askers(ReceiptSettings settings, Clock clock) {
        this.limit = settings.limit();
        this.clock = clock;
    }

    /** Whether this one is answered; if not, its answer says for how long. */
    boolean mayAsk(ServerWebExchange exchange) {
        long wait = limit.waitMillis(address(exchange), clock.millis());
        if (wait > 0) {
            var response = exchange.getResponse();
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            long seconds = Math.ceilDiv(wait, TimeUnit.SECONDS.toMillis(1));
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return wait == 0;
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        return from == null ? "" : from.getAddress().getHostAddress();
    }
}
