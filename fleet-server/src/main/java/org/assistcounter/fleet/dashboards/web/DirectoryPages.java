package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.Directory;
import org.assistcounter.fleet.catalogue.Marks;
import org.assistcounter.fleet.dashboards.DirectoryFile;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
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
    private final DirectoryFile files;
    private final Listing listing;

    DirectoryPages(Directory directory, Marks marks, DirectoryFile files, Listing listing) {
        this.directory = directory;
        this.marks = marks;
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
                    new Listing.Asked(words, within, null, page).wish(),
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
        return Mono.zip(directory.find(wish), directory.counties())
                .map(read -> {
                    model.addAttribute("page", read.getT1());
                    model.addAttribute("places", Listing.places(read.getT2(), told));
                    return "registry/directory";
                });
    }

    @GetMapping(ADDRESS + "/{code:[a-z][a-z0-9-]{1,38}}")
    Mono<String> one(
            @PathVariable String code, Locale locale, Model model, ServerWebExchange exchange) {
        listing.told(locale, model);
        return directory
                .find(code)
                .zipWhen(entry -> marks.of(code).collectList())
                .map(read -> {
                    model.addAttribute("entry", read.getT1());
                    model.addAttribute("marks", read.getT2());
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
        return directory
                .find(asked.wish().whole())
                .map(page ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(files.lines(page.rows())));
    }

    @GetMapping("/directory.csv")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> csv(@ModelAttribute Asked asked, Locale locale) {
        return directory
                .find(asked.wish().whole())
                .publishOn(Schedulers.boundedElastic())
                .map(page ->
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
                                                files.rows(page.rows(), locale),
                                                Spreadsheets.Encoding.UTF_8)));
    }
}
