package org.assistcounter.fleet.dashboards.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assistcounter.fleet.dashboards.DirectiveReader;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Outcome;
import org.assistcounter.fleet.directives.Proposals;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.protocol.desired.Terms;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which a product's price is changed, and whether it is sold. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class DirectivePages {
    private static final String ADDRESS = "/directives";
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,6}(?:[.][0-9]{1,2})?");
    private static final int DECIMALS = 2;
    private static final Optional<Long> LEFT = Optional.empty();

    private final DirectiveReader reader;
    private final Proposals proposals;

    DirectivePages(DirectiveReader reader, Proposals proposals) {
        this.reader = reader;
        this.proposals = proposals;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange).show();
    }

    @PostMapping(ADDRESS)
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> change(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange).answer(form -> change(operator, form));
    }

    @PostMapping(ADDRESS + "/proposals/{id:[0-9]{1,18}}/approve")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> approve(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange)
                .answer(form -> proposals.approve(operator, id).flatMap(DirectivePages::refusal));
    }

    @PostMapping(ADDRESS + "/proposals/{id:[0-9]{1,18}}/decline")
    @PreAuthorize("hasAuthority('DIRECT_COUNTERS')")
    Mono<String> decline(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, locale, model, exchange)
                .answer(form -> proposals.decline(operator, id).flatMap(DirectivePages::refusal));
    }

    /** The word of a refusal; empty when it is done. */
    private Mono<String> change(Operator operator, Map<String, String> form) {
        String typed = form.getOrDefault("price", "").strip();
        boolean isSet = form.getOrDefault("pricing", "").equals("set");
        if (isSet && fen(typed).isEmpty()) {
            return Mono.just(Outcome.Refused.WRONG_PRICE.word());
        }
        var wish =
                new Change.Wish(
                        form.getOrDefault("product", ""),
                        price(form.getOrDefault("pricing", ""), typed).orElse(null),
                        offered(form.getOrDefault("offer", "")).orElse(null));
        return proposals
                .change(
                        operator,
                        FormPage.once(form),
                        wish,
                        Change.Place.of(form.get("site"), form.get("counter")))
                .flatMap(outcome -> refusal(outcome));
    }

    /** The word of a refusal; empty when it is done, or waits on the page. */
    private static Mono<String> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Proposed _ -> Mono.empty();
            case Outcome.Refused refused -> Mono.just(refused.word());
        };
    }

    private static Optional<Long> price(String pricing, String typed) {
        return switch (pricing) {
            case "set" -> fen(typed);
            case "card" -> Optional.of(Terms.OF_THE_CARD);
            default -> LEFT;
        };
    }

    /** Above nothing; ¥12.8 is ¥12.80. */
    private static Optional<Long> fen(String yuan) {
        String amount = yuan.replace("¥", "");
        return Optional.of(amount)
                .filter(YUAN.asMatchPredicate())
                .map(typed -> new BigDecimal(typed).movePointRight(DECIMALS).longValueExact())
                .filter(fen -> fen > 0);
    }

    private static Optional<Boolean> offered(String offer) {
        return switch (offer) {
            case "sell" -> Optional.of(true);
            case "stop" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private FormPage page(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute("mayDirect", operator.may(May.DIRECT_COUNTERS));
        model.addAttribute("aloneMax", proposals.aloneMax());
        return new FormPage(
                ADDRESS,
                "dashboards/directives",
                "dashboards/no-counter",
                reader.read(operator.tenant(), locale),
                operator,
                model,
                exchange);
    }
}
