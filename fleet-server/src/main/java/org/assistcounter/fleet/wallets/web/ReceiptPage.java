package org.assistcounter.fleet.wallets.web;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.Receipt;
import org.assistcounter.fleet.wallets.Receipts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells whoever has a receipt code where the money is, and nothing about counter or goods. */
@Controller
class ReceiptPage implements OpenPaths {

    private static final String PATH = "/receipt";

    private final Receipts receipts;
    private final QuestionLimit limit;
    private final Clock clock;

    ReceiptPage(Receipts receipts, ReceiptSettings settings, Clock clock) {
        this.receipts = receipts;
        this.limit = settings.limit();
        this.clock = clock;
    }

    /** An item as the page writes it. */
    record Words(int number, String state, String yuan) {}

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping(PATH)
    Mono<String> page(
            @RequestParam(defaultValue = "") String code, Model model, ServerWebExchange exchange) {
        return asked(code, exchange)
                .map(receipt -> {
                    model.addAttribute("state", receipt.state().name());
                    model.addAttribute("code", code);
                    model.addAttribute("yuan", yuan(receipt.amountMinor()));
                    model.addAttribute("items", items(receipt));
                    return "wallets/receipt";
                });
    }

    private Mono<Receipt> asked(String code, ServerWebExchange exchange) {
        if (code.isBlank()) {
            return Mono.just(Receipt.of(Receipt.State.ASKED));
        }
        long wait = limit.waitMillis(address(exchange), clock.millis());
        if (wait > 0) {
            refuse(exchange.getResponse(), wait);
            return Mono.just(Receipt.of(Receipt.State.TOO_MANY));
        }
        return receipts.find(code);
    }

    private static void refuse(ServerHttpResponse response, long waitMillis) {
        response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        long seconds = Math.ceilDiv(waitMillis, TimeUnit.SECONDS.toMillis(1));
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** One sentence says it all while all items stand alike. */
    private static List<Words> items(Receipt receipt) {
        return receipt.isMixed()
                ? receipt.items().stream()
                        .map(item ->
                                new Words(
                                        item.number(),
                                        item.state().name(),
                                        yuan(item.amountMinor())))
                        .toList()
                : List.of();
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        return from == null ? "" : from.getAddress().getHostAddress();
    }

    private static String yuan(long minor) {
        return "¥%d.%02d".formatted(minor / 100, minor % 100);
    }
}
