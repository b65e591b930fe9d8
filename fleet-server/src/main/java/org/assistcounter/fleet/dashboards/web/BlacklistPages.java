package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.ExclusionDesk;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of who and what is kept out. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class BlacklistPages {
    private static final String ADDRESS = "/blacklist";
    private static final String ONE = ADDRESS + "/{id:[0-9]{1,18}}";
    private static final List<String> CHOICES = List.of("on", "appealed", "lifted");

    private final Registry registry;
    private final ExclusionDesk desk;
    private final Listing listing;

    BlacklistPages(Registry registry, ExclusionDesk desk, Listing listing) {
        this.registry = registry;
        this.desk = desk;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        return list(operator, asked, locale, model);
    }

    @PostMapping(ONE + "/appeal")
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> appeal(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("about", id);
        return page(operator, locale, model, exchange)
                .answer(form ->
                        desk.appeal(operator, id, SupplierPages.why(form))
                                .flatMap(Filled::refusal));
    }

    @PostMapping(ONE + "/answer")
    @PreAuthorize("hasAuthority('RECOGNISE')")
    Mono<String> answer(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("about", id);
        return page(operator, locale, model, exchange)
                .answer(form -> {
                    String answer = form.getOrDefault("answer", "");
                    return answer.equals("lift") || answer.equals("keep")
                            ? desk.answer(
                                            operator,
                                            id,
                                            answer.equals("lift"),
                                            SupplierPages.why(form))
                                    .flatMap(Filled::refusal)
                            : Mono.just("no-deed");
                });
    }

    private Mono<String> list(Operator operator, Listing.Asked asked, Locale locale, Model model) {
        var wish = asked.wish();
        return listing.show(
                registry.exclusions(operator, wish),
                wish,
                CHOICES,
                new Listing.View(operator, "registry/blacklist", locale, model));
    }

    /** After a refusal the whole list is drawn again. */
    private FormPage page(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        var all = new Listing.Asked(null, null, null, null, null);
        return new FormPage(
                ADDRESS,
                "registry/blacklist",
                "registry/none",
                Mono.defer(() -> list(operator, all, locale, model))
                        .thenReturn(true)
                        .mapNotNull(done -> model.getAttribute("page")),
                operator,
                model,
                exchange);
    }
}
