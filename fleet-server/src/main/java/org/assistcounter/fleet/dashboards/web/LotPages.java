package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.dashboards.LotReader;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.LotDesk;
import org.assistcounter.fleet.lots.LotSheet;
import org.assistcounter.fleet.lots.Lots;
import org.assistcounter.fleet.lots.Place;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The pages of lots. A lot's code may hold any sign, so it stands in the query of an address. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class LotPages {
    private static final String ADDRESS = "/lots";
    private static final String ONE = ADDRESS + "/one";
    private static final List<String> CHOICES = List.of("good", "ending", "ended", "bare");

    private final Lots lots;
    private final LotDesk desk;
    private final LotReader reader;
    private final Listing listing;

    LotPages(Lots lots, LotDesk desk, LotReader reader, Listing listing) {
        this.lots = lots;
        this.desk = desk;
        this.reader = reader;
        this.listing = listing;
    }

    /** A code from a scanner leads to its lot at once. */
    @GetMapping(ADDRESS)
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        String typed = asked.words() == null ? "" : asked.words().strip();
        return reader.scanned(operator, typed)
                .flatMap(scanned ->
                        switch (scanned) {
                            case LotReader.Scanned.Found(Lot.Key key) ->
                                    Mono.just("redirect:" + address(key));
                            case LotReader.Scanned.Wrong(String word) -> {
                                model.addAttribute("scan", word);
                                yield list(operator, asked.wish(), locale, model);
                            }
                            case LotReader.Scanned.Words(String words) ->
                                    list(operator, asked.wish().searching(words), locale, model);
                        });
    }

    private Mono<String> list(Operator operator, Page.Wish wish, Locale locale, Model model) {
        return listing.show(
                lots.all(operator, wish),
                wish,
                CHOICES,
                new Listing.View(operator, "registry/lots", locale, model));
    }

    @GetMapping(ADDRESS + "/new")
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> blank(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String product,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("entry", Map.of("product", product));
        return newPage(operator, locale, model, exchange).show();
    }

    @PostMapping(ADDRESS)
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> add(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return newPage(operator, locale, model, exchange)
                .answerTo(
                        form -> {
                            var read = Filled.read(LotSheet.of(0), form);
                            return read.good().isEmpty()
                                    ? Mono.just(Filled.refusal(read))
                                    : desk.add(operator, read.good().getFirst().value())
                                            .flatMap(Filled::refusal);
                        },
                        form ->
                                "redirect:"
                                        + address(
                                                new Lot.Key(
                                                        Filled.key(form, "product"),
                                                        Filled.key(form, "lot"))));
    }

    @GetMapping(ONE)
    Mono<String> one(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Key key,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, key, locale, model, exchange).show();
    }

    @PostMapping(ONE)
    @PreAuthorize("hasAnyAuthority('SUPPLY', 'RECOGNISE')")
    Mono<String> change(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Key key,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, key, locale, model, exchange)
                .answer(form -> {
                    form.put("product", key.key().product());
                    form.put("lot", key.key().code());
                    var read = Filled.read(LotSheet.of(Filled.version(form)), form);
                    return read.good().isEmpty()
                            ? Mono.just(Filled.refusal(read))
                            : desk.change(operator, read.good().getFirst().value())
                                    .flatMap(Filled::refusal);
                });
    }

    @PostMapping(ONE + "/samples")
    @PreAuthorize("hasAuthority('RECOGNISE')")
    Mono<String> inspect(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Key key,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, key, locale, model, exchange)
                .answer(form ->
                        LotForms.sample(key.key(), form)
                                .map(sample ->
                                        desk.inspect(operator, sample).flatMap(Filled::refusal))
                                .orElseGet(() -> Mono.just("sample-fields")));
    }

    @PostMapping(ONE + "/movements")
    @PreAuthorize("hasAuthority('MOVE_GOODS')")
    Mono<String> move(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Key key,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return page(operator, key, locale, model, exchange)
                .answer(form ->
                        desk.move(operator, key.key(), LotForms.wanted(form))
                                .flatMap(Filled::refusal));
    }

    /** Which lot an address is about; what is not given is of no lot. */
    record Key(String product, String lot) {

        Lot.Key key() {
            return new Lot.Key(plain(product), plain(lot));
        }

        private static String plain(String typed) {
            return String.valueOf(typed).replace("\0", "");
        }
    }

    static String address(Lot.Key key) {
        return UriComponentsBuilder.fromPath(ONE)
                .queryParam("product", "{product}")
                .queryParam("lot", "{lot}")
                .encode()
                .buildAndExpand(key.product(), key.code())
                .toUriString();
    }

    private FormPage newPage(
            Operator operator, Locale locale, Model model, ServerWebExchange exchange) {
        listing.told(locale, model);
        return new FormPage(
                ADDRESS,
                "registry/lot-form",
                "registry/none",
                Mono.just(true),
                operator,
                model,
                exchange);
    }

    private FormPage page(
            Operator operator, Key key, Locale locale, Model model, ServerWebExchange exchange) {
        model.addAttribute("kinds", Place.Kind.values());
        model.addAttribute("address", address(key.key()));
        listing.told(locale, model);
        return new FormPage(
                address(key.key()),
                "registry/lot",
                "registry/none",
                reader.read(operator, key.key())
                        .doOnNext(page ->
                                model.addAttribute(
                                        "entry",
                                        Filled.typed(
                                                LotSheet.of(0),
                                                LotSheet.row(page.file().lot()),
                                                page.file().lot().version()))),
                operator,
                model,
                exchange);
    }
}
