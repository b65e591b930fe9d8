package org.assistcounter.fleet.complaints.web;

import java.net.URI;
import java.util.List;
import org.assistcounter.fleet.complaints.Receipt;
import org.assistcounter.fleet.complaints.Receipts;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Lets whoever has a receipt code whose money is in question say how to be reached. The page shows
 * a sum and whether somebody asked, and never what they wrote.
 */
@Controller
class ClaimPage implements OpenPaths {
    private static final String PATH = "/receipt/claim";

    private final Receipts receipts;
    private final Askers askers;

    ClaimPage(Receipts receipts, Askers askers) {
        this.receipts = receipts;
        this.askers = askers;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping(PATH)
    Mono<String> page(
            @RequestParam(defaultValue = "") String code, Model model, ServerWebExchange exchange) {
        return askers.mayAsk(exchange) ? draw(code, model) : tooMany(code, model);
    }

    @PostMapping(PATH)
    Mono<String> ask(ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> {
                    ClaimForm typed = ClaimForm.of(form::getFirst);
                    String code = typed.code();
                    if (!askers.mayAsk(exchange)) {
                        return tooMany(code, model);
                    }
                    if (!typed.isReachable()) {
                        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                        model.addAttribute("fault", "CONTACT_MISSING");
                        return draw(code, model);
                    }
                    return receipts.ask(code, typed.contact(), typed.said())
                            .thenReturn("redirect:" + address(code));
                });
    }

    private Mono<String> draw(String code, Model model) {
        return Mono.zip(receipts.find(code), receipts.hasClaim(code))
                .map(read -> {
                    Receipt receipt = read.getT1();
                    return drawn(code, model, state(receipt, read.getT2()), receipt);
                });
    }

    private static Mono<String> tooMany(String code, Model model) {
        Receipt none = Receipt.of(Receipt.State.TOO_MANY);
        return Mono.just(drawn(code, model, "TOO_MANY", none));
    }

    private static String drawn(String code, Model model, String state, Receipt receipt) {
        model.addAttribute("code", code);
        model.addAttribute("state", state);
        model.addAttribute("isAskable", receipt.askableMinor() > 0);
        long shown = receipt.askableMinor() > 0 ? receipt.askableMinor() : receipt.amountMinor();
        model.addAttribute("yuan", Yuan.of(shown));
        return "complaints/claim";
    }

    private static String state(Receipt receipt, boolean hasAsked) {
        if (receipt.askableMinor() > 0) {
            return hasAsked ? "ASKED" : "ASKABLE";
        }
        return receipt.state() == Receipt.State.SENT ? "SENT" : "NOTHING";
    }

    private static URI address(String code) {
        return UriComponentsBuilder.fromPath(PATH).queryParam("code", "{code}").build(code);
    }
}
