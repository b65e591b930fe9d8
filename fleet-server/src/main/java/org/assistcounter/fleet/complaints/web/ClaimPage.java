package org.assistcounter.fleet.complaints.web;

import java.net.URI;
import java.util.List;
import org.assistcounter.fleet.complaints.Claim;
import org.assistcounter.fleet.complaints.Claims;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Lets whoever has a receipt code whose money is in question say how to be reached. The page shows
 * sums and whether somebody asked, and never what they wrote.
 */
@Controller
class ClaimPage implements OpenPaths {
    private static final String PATH = "/receipt/claim";
    private static final int CONTACT_MIN = 5;

    private final Claims claims;

    ClaimPage(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping(PATH)
    Mono<String> page(@RequestParam(defaultValue = "") String code, Model model) {
        return draw(code, model, "");
    }

    @PostMapping(PATH)
    Mono<String> ask(ServerWebExchange exchange, Model model) {
        return exchange.getFormData()
                .flatMap(form -> {
                    String code = field(form, "code", 16);
                    String contact = field(form, "contact", Claim.CONTACT_MAX);
                    if (contact.length() < CONTACT_MIN) {
                        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                        return draw(code, model, "CONTACT_MISSING");
                    }
                    return claims.ask(code, contact, field(form, "said", Claim.SAID_MAX))
                            .thenReturn("redirect:" + address(code));
                });
    }

    private Mono<String> draw(String code, Model model, String fault) {
        model.addAttribute("code", code);
        model.addAttribute("fault", fault);
        return claims.find(code)
                .doOnNext(question -> {
                    model.addAttribute("open", yuan(question.openMinor() + question.owedMinor()));
                    model.addAttribute("paid", yuan(question.paidMinor()));
                    model.addAttribute("state", state(question));
                    model.addAttribute("isAskable", question.isAskable());
                })
                .switchIfEmpty(
                        Mono.fromRunnable(() -> {
                            model.addAttribute("state", "NOTHING");
                            model.addAttribute("isAskable", false);
                        }))
                .thenReturn("complaints/claim");
    }

    private static String state(Claims.Question question) {
        if (question.isAskable()) {
            return question.hasAsked() ? "ASKED" : "ASKABLE";
        }
        return question.paidMinor() > 0 ? "PAID" : "NOTHING";
    }

    private static URI address(String code) {
        return UriComponentsBuilder.fromPath(PATH).queryParam("code", "{code}").build(code);
    }

    private static String field(MultiValueMap<String, String> form, String name, int max) {
        String value = form.getFirst(name);
        String typed = value == null ? "" : value.strip();
        return typed.length() <= max ? typed : typed.substring(0, max);
    }

    private static String yuan(long minor) {
        return "¥%d.%02d".formatted(minor / 100, minor % 100);
    }
}
