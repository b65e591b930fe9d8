package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.Directory;
import org.assistcounter.fleet.catalogue.Marks;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.dashboards.DirectoryFile;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.assistcounter.fleet.trace.HowItSells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The public list of recognised products: pages for people, JSON and CSV for programs. */
@Controller
class DirectoryPages implements OpenPaths {
    private static final String ADDRESS = "/directory";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Directory directory;
    private final Marks marks;
    private final HowItSells sells;
    private final DirectoryFile files;
    private final Listing listing;

    DirectoryPages(
            Directory directory,
            Marks marks,
            HowItSells sells,
            DirectoryFile files,
            Listing listing) {
        this.directory = directory;
        this.marks = marks;
        this.sells = sells;
        this.files = files;
        this.listing = listing;
    }

    /** What an address asks for. */
    record Asked(
            @Nullable String words,
            @Nullable String within,
            @Nullable String category,
            @Nullable Integer month,
            @Nullable Integer page) {

        Directory.Wish wish() {
            return Directory.Wish.typed(
                    new Listing.Asked(words, within, null, null, page).wish(),
                    category == null ? "" : category,
                    month == null ? 0 : month);
        }
    }

    @Override
    public List<String> patterns() {
        return List.of(ADDRESS, ADDRESS + "/*", "/directory.json", "/directory.csv");
    }

    @GetMapping(ADDRESS)
    Mono<String> all(@ModelAttribute Asked asked, Locale locale, Model model) {
        var wish = asked.wish();
        var told = listing.told(locale, model);
        model.addAttribute("wish", wish);
        model.addAttribute("categories", Catalogue.CATEGORIES);
        return Mono.zip(found(wish), directory.counties())
                .map(read -> {
                    model.addAttribute("page", read.getT1().page());
                    model.addAttribute("sold", read.getT1().sold());
                    model.addAttribute("places", Listing.places(read.getT2(), told));
                    return "registry/directory";
                });
    }

    /** Products, and how many packets of each were sold lately. */
    private record Found(Page<Directory.Entry> page, Map<String, Long> sold) {}

    private Mono<Found> found(Directory.Wish wish) {
        return directory
                .find(wish)
                .zipWhen(page ->
                        sells.lately(
                                page.rows().stream().map(entry -> entry.product().code()).toList()))
                .map(read -> new Found(read.getT1(), read.getT2()));
    }

    @GetMapping(ADDRESS + "/{code:[a-z][a-z0-9-]{1,38}}")
    Mono<String> one(
            @PathVariable String code, Locale locale, Model model, ServerWebExchange exchange) {
        listing.told(locale, model);
        return directory
                .find(code)
                .flatMap(entry ->
                        Mono.zip(
                                Mono.just(entry),
                                marks.of(code).collectList(),
                                sells.lately(List.of(code)),
                                sells.months(code)))
                .map(read -> {
                    model.addAttribute("entry", read.getT1());
                    model.addAttribute("marks", read.getT2());
                    model.addAttribute("sold", read.getT3().getOrDefault(code, 0L));
                    model.addAttribute("months", read.getT4());
                    model.addAttribute("most", HowItSells.most(read.getT4()));
                    return "registry/directory-entry";
                })
                .switchIfEmpty(
                        Mono.fromSupplier(() -> {
                            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                            return "registry/directory-none";
                        }));
    }

    @GetMapping("/directory.json")
    @ResponseBody
    Mono<ResponseEntity<List<DirectoryFile.Line>>> json(@ModelAttribute Asked asked) {
        return found(asked.wish().whole())
                .map(found ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(files.lines(found.page().rows(), found.sold())));
    }

    @GetMapping("/directory.csv")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> csv(@ModelAttribute Asked asked, Locale locale) {
        return found(asked.wish().whole())
                .publishOn(Schedulers.boundedElastic())
                .map(found ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                                .header("Vary", "Accept-Language, Cookie")
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"directory.csv\"")
                                .body(
                                        Spreadsheets.csv(
                                                files.header(locale),
                                                files.rows(
                                                        found.page().rows(), found.sold(), locale),
                                                Spreadsheets.Encoding.UTF_8)));
    }
}
