package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.fleet.catalogue.Deed;
import org.assistcounter.fleet.catalogue.RecognitionDesk;
import org.assistcounter.fleet.catalogue.RecognitionFiles;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.Stage;
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

/** The pages on which applications for recognition go from office to office. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class RecognitionPages {
    private static final String ADDRESS = "/recognition";
    private static final String ONE = ADDRESS + "/{id:[0-9]{1,18}}";
    private static final List<String> CHOICES =
            List.of(
                    "mine",
                    "open",
                    "late",
                    "county",
                    "city",
                    "province",
                    "publicity",
                    "returned",
                    "recognised",
                    "rejected");

    private final Registry registry;
    private final RecognitionFiles files;
    private final RecognitionDesk desk;
    private final Listing listing;

    RecognitionPages(
            Registry registry, RecognitionFiles files, RecognitionDesk desk, Listing listing) {
        this.registry = registry;
        this.files = files;
        this.desk = desk;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.which() == null ? asked.wish().choosing("mine") : asked.wish();
        var told = listing.told(locale, model);
        return registry.office(operator)
                .doOnNext(division -> model.addAttribute("office", told.place(division)))
                .then(
                        listing.show(
                                files.queue(operator, wish)
                                        .doOnNext(queue ->
                                                model.addAttribute(
                                                        "names", queue.names(told::either)))
                                        .map(RecognitionFiles.Queue::page),
                                wish,
                                CHOICES,
                                new Listing.View(operator, "registry/recognition", locale, model)));
    }

    @GetMapping(ONE)
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange).show();
    }

    @PostMapping(ONE)
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> decide(
            @AuthenticationPrincipal Operator operator,
            @PathVariable long id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form ->
                        deed(form)
                                .map(deed ->
                                        desk.decide(operator, id, Filled.version(form), deed)
                                                .flatMap(Filled::refusal))
                                .orElseGet(() -> Mono.just("no-deed")));
    }

    private static Optional<Deed> deed(Map<String, String> form) {
        String reason = form.getOrDefault("reason", "");
        return Optional.ofNullable(
                switch (form.getOrDefault("deed", "")) {
                    case "pass" -> new Deed.Pass();
                    case "return" -> new Deed.Return(reason);
                    case "reject" -> new Deed.Reject(reason);
                    case "objection" -> new Deed.Objection(reason);
                    case "mended" -> new Deed.Mended(reason);
                    case "withdraw" -> new Deed.Withdraw();
                    default -> null;
                });
    }

    private FormPage page(
            Operator operator, long id, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute(
                "stages",
                List.of(
                        Stage.COUNTY.word(),
                        Stage.CITY.word(),
                        Stage.PROVINCE.word(),
                        Stage.PUBLICITY.word(),
                        Stage.RECOGNISED.word()));
        listing.told(locale, model);
        return new FormPage(
                ADDRESS + "/" + id,
                "registry/application",
                "registry/none",
                files.find(operator, id),
                operator,
                model,
                exchange);
    }
}
