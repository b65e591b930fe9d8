package org.assistcounter.fleet.complaints.web;

import java.util.List;
import org.assistcounter.fleet.complaints.Receipt;
import org.assistcounter.fleet.complaints.Receipts;
import org.assistcounter.fleet.operators.OpenPaths;
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
    private final Askers askers;

    ReceiptPage(Receipts receipts, Askers askers) {
        this.receipts = receipts;
        this.askers = askers;
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
                    model.addAttribute("yuan", Yuan.of(receipt.amountMinor()));
                    model.addAttribute("items", items(receipt));
                    model.addAttribute("isAskable", receipt.askableMinor() > 0);
                    return "complaints/receipt";
                });
    }

    private Mono<Receipt> asked(String code, ServerWebExchange exchange) {
        if (code.isBlank()) {
            return Mono.just(Receipt.of(Receipt.State.ASKED));
        }
        return askers.mayAsk(exchange)
                ? receipts.find(code)
                : Mono.just(Receipt.of(Receipt.State.TOO_MANY));
    }

    /** One sentence says it all while all items stand alike. */
    private static List<Words> items(Receipt receipt) {
        return receipt.isMixed()
                ? receipt.items().stream()
                        .map(item ->
                                new Words(
                                        item.number(),
                                        item.state().name(),
                                        Yuan.of(item.amountMinor())))
                        .toList()
                : List.of();
    }
}
