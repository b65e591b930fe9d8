package org.assistcounter.fleet.dashboards.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.ExclusionDesk;
import org.assistcounter.fleet.catalogue.KeeperDesk;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.RegistryDesk;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.fleet.catalogue.SupplierSheet;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Sheet;
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
import reactor.util.function.Tuple2;

/** The pages of suppliers. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class SupplierPages {
    private static final String ADDRESS = "/suppliers";
    private static final String KEEPS = "hasAnyAuthority('SUPPLY', 'RECOGNISE')";

    private final Registry registry;
    private final RegistryDesk desk;
    private final ExclusionDesk exclusions;
    private final KeeperDesk keepers;
    private final Divisions divisions;
    private final Listing listing;

    SupplierPages(
            Registry registry,
            RegistryDesk desk,
            ExclusionDesk exclusions,
            KeeperDesk keepers,
            Divisions divisions,
            Listing listing) {
        this.registry = registry;
        this.desk = desk;
        this.exclusions = exclusions;
        this.keepers = keepers;
        this.divisions = divisions;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.wish();
        model.addAttribute("mayKeep", mayKeep(operator));
        return listing.show(
                registry.suppliers(operator, wish),
                wish,
                List.of(),
                new Listing.View(operator, "registry/suppliers", locale, model));
    }

    @GetMapping(ADDRESS + "/new")
    @PreAuthorize(KEEPS)
    Mono<String> blank(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return newPage(operator, locale, model, exchange).show();
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(KEEPS)
    Mono<String> add(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return newPage(operator, locale, model, exchange)
                .answerTo(
                        form -> {
                            var read = Filled.read(sheet(0), form);
                            return read.good().isEmpty()
                                    ? Mono.just(Filled.refusal(read))
                                    : desk.add(operator, read.good().getFirst().value())
                                            .flatMap(Filled::refusal);
                        },
                        form -> "redirect:" + ADDRESS + "/" + Filled.key(form, "id"));
    }

    @GetMapping(ADDRESS + "/{supplier:[a-z][a-z0-9-]{1,38}}")
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable("supplier") String id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange).show();
    }

    @PostMapping(ADDRESS + "/{supplier:[a-z][a-z0-9-]{1,38}}")
    @PreAuthorize(KEEPS)
    Mono<String> change(
            @AuthenticationPrincipal Operator operator,
            @PathVariable("supplier") String id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> {
                    form.put("id", id);
                    var read = Filled.read(sheet(Filled.version(form)), form);
                    return read.good().isEmpty()
                            ? Mono.just(Filled.refusal(read))
                            : desk.change(operator, read.good().getFirst().value())
                                    .flatMap(Filled::refusal);
                });
    }

    @PostMapping(ADDRESS + "/{supplier:[a-z][a-z0-9-]{1,38}}/exclude")
    @PreAuthorize("hasAuthority('RECOGNISE')")
    Mono<String> exclude(
            @AuthenticationPrincipal Operator operator,
            @PathVariable("supplier") String id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form -> exclude(exclusions, operator, new Excluded(id, ""), form));
    }

    @PostMapping(ADDRESS + "/{supplier:[a-z][a-z0-9-]{1,38}}/keeper")
    @PreAuthorize(KEEPS)
    Mono<String> handOver(
            @AuthenticationPrincipal Operator operator,
            @PathVariable("supplier") String id,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, id, locale, model, exchange)
                .answer(form ->
                        keepers.handOver(
                                        operator,
                                        id,
                                        Filled.version(form),
                                        form.getOrDefault("keeper", "").strip())
                                .flatMap(Filled::refusal));
    }

    /** Whom or what a form is about: a product's code is empty for all of a supplier. */
    record Excluded(String supplier, String product) {}

    static Mono<String> exclude(
            ExclusionDesk desk, Operator by, Excluded about, Map<String, String> form) {
        String typed = form.getOrDefault("grounds", "");
        return Arrays.stream(Exclusion.Grounds.values())
                .filter(each -> each.word().equals(typed))
                .findFirst()
                .map(grounds ->
                        desk.exclude(by, about.supplier, about.product, grounds, why(form))
                                .flatMap(Filled::refusal))
                .orElseGet(() -> Mono.just("no-deed"));
    }

    static String why(Map<String, String> form) {
        return form.getOrDefault("reason", "");
    }

    private Sheet<Supplier> sheet(long version) {
        return SupplierSheet.on(registry.today(), divisions, version);
    }

    private static boolean mayKeep(Operator operator) {
        return operator.may(May.SUPPLY) || operator.may(May.RECOGNISE);
    }

    private FormPage newPage(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute("kinds", kinds());
        listing.told(locale, model);
        return new FormPage(
                ADDRESS,
                "registry/supplier-form",
                "registry/none",
                Mono.just(true),
                operator,
                model,
                exchange);
    }

    private FormPage page(
            Operator operator, String id, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute("kinds", kinds());
        model.addAttribute("grounds", Exclusion.Grounds.values());
        listing.told(locale, model);
        return new FormPage(
                ADDRESS + "/" + id,
                "registry/supplier",
                "registry/none",
                registry.supplier(operator, id)
                        .zipWhen(file -> keepers.mayHandOver(operator, file.supplier()))
                        .doOnNext(read -> model.addAttribute("mayHandOver", read.getT2()))
                        .map(Tuple2::getT1)
                        .doOnNext(file ->
                                model.addAttribute(
                                        "entry",
                                        Filled.typed(
                                                sheet(0),
                                                SupplierSheet.row(file.supplier()),
                                                file.supplier().reach().version()))),
                operator,
                model,
                exchange);
    }

    private static List<String> kinds() {
        return Arrays.stream(SupplierKind.values()).map(SupplierKind::word).toList();
    }
}
