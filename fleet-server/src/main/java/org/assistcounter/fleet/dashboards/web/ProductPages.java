package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.ExclusionDesk;
import org.assistcounter.fleet.catalogue.ProductSheet;
import org.assistcounter.fleet.catalogue.RecognitionDesk;
import org.assistcounter.fleet.catalogue.RecognitionFiles;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.RegistryDesk;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages of products. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class ProductPages {
    private static final String ADDRESS = "/products";
    private static final String ONE = ADDRESS + "/{code:[a-z][a-z0-9-]{1,38}}";
    private static final String KEEPS = "hasAnyAuthority('SUPPLY', 'RECOGNISE')";
    private static final List<String> CHOICES =
            List.of("recognised", "ending", "ended", "never", "excluded");

    private final Registry registry;
    private final RegistryDesk desk;
    private final RecognitionDesk recognition;
    private final RecognitionFiles cases;
    private final ExclusionDesk exclusions;
    private final ProductPapers papers;
    private final Listing listing;

    ProductPages(
            Registry registry,
            RegistryDesk desk,
            RecognitionDesk recognition,
            RecognitionFiles cases,
            ExclusionDesk exclusions,
            ProductPapers papers,
            Listing listing) {
        this.registry = registry;
        this.desk = desk;
        this.recognition = recognition;
        this.cases = cases;
        this.exclusions = exclusions;
        this.papers = papers;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.wish();
        model.addAttribute("categories", Catalogue.CATEGORIES);
        return listing.show(
                registry.products(operator, wish),
                wish,
                CHOICES,
                new Listing.View(operator, "registry/products", locale, model));
    }

    @GetMapping(ADDRESS + "/new")
    @PreAuthorize(KEEPS)
    Mono<String> blank(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String supplier,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("entry", Map.of("supplier", supplier));
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
                            var read = Filled.read(ProductSheet.of(0), form);
                            return read.good().isEmpty()
                                    ? Mono.just(Filled.refusal(read))
                                    : desk.add(operator, read.good().getFirst().value())
                                            .flatMap(Filled::refusal);
                        },
                        form -> "redirect:" + ADDRESS + "/" + Filled.key(form, "code"));
    }

    @GetMapping(ONE)
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, code, locale, model, exchange).show();
    }

    @PostMapping(ONE)
    @PreAuthorize(KEEPS)
    Mono<String> change(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, code, locale, model, exchange)
                .answer(form -> {
                    form.put("code", code);
                    var read = Filled.read(ProductSheet.of(Filled.version(form)), form);
                    return read.good().isEmpty()
                            ? Mono.just(Filled.refusal(read))
                            : desk.change(operator, read.good().getFirst().value())
                                    .flatMap(Filled::refusal);
                });
    }

    @PostMapping(ONE + "/apply")
    @PreAuthorize(KEEPS)
    Mono<String> apply(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, code, locale, model, exchange)
                .answer(form -> recognition.apply(operator, code).flatMap(Filled::refusal));
    }

    @PostMapping(ONE + "/marks")
    @PreAuthorize(KEEPS)
    Mono<String> mark(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, code, locale, model, exchange)
                .answer(form -> papers.mark(operator, code, form));
    }

    @PostMapping(ONE + "/exclude")
    @PreAuthorize("hasAuthority('RECOGNISE')")
    Mono<String> exclude(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, code, locale, model, exchange)
                .answer(form ->
                        registry.product(operator, code)
                                .map(file -> new SupplierPages.Excluded(file.supplier().id(), code))
                                .flatMap(about ->
                                        SupplierPages.exclude(exclusions, operator, about, form)));
    }

    private FormPage newPage(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute("categories", Catalogue.CATEGORIES);
        listing.told(locale, model);
        return new FormPage(
                ADDRESS,
                "registry/product-form",
                "registry/none",
                Mono.just(true),
                operator,
                model,
                exchange);
    }

    private FormPage page(
            Operator operator,
            String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("categories", Catalogue.CATEGORIES);
        model.addAttribute("grounds", Exclusion.Grounds.values());
        listing.told(locale, model);
        return new FormPage(
                ADDRESS + "/" + code,
                "registry/product",
                "registry/none",
                registry.product(operator, code)
                        .doOnNext(file ->
                                model.addAttribute(
                                        "entry",
                                        Filled.typed(
                                                ProductSheet.of(0),
                                                ProductSheet.row(file.product()),
                                                file.product().recognised().version())))
                        .flatMap(file -> papers.show(operator, code, model).thenReturn(file))
                        .flatMap(file ->
                                cases.namesakes(operator, file)
                                        .doOnNext(found -> model.addAttribute("namesakes", found))
                                        .thenReturn(file)),
                operator,
                model,
                exchange);
    }
}
