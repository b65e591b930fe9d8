package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.ImportRun;
import org.assistcounter.fleet.catalogue.Importable;
import org.assistcounter.fleet.catalogue.Imports;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Column;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The registry on its way into files and out of them. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class FilePages {
    private static final String ADDRESS = "/files";
    private static final int BYTES_MAX = 11_000_000;
    private static final String KEEPS = "hasAnyAuthority('SUPPLY', 'RECOGNISE')";
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final Listing listing;

    FilePages(Imports imports, Listing listing) {
        this.imports = imports;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(Locale locale, Model model) {
        listing.told(locale, model);
        model.addAttribute("kinds", imports.words());
        return Mono.just("registry/files");
    }

    /** Looks through a file; nothing is changed. */
    @PostMapping(ADDRESS)
    @PreAuthorize(KEEPS)
    Mono<String> look(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return Upload.of(exchange, BYTES_MAX)
                .map(sent ->
                        new Imports.Sent(
                                new ImportRun.File(sent.kind(), sent.name()), sent.content()))
                .flatMap(sent -> imports.dryRun(operator, sent))
                .flatMap(run -> told(run, locale, model))
                .switchIfEmpty(Mono.defer(() -> refused("paper-none", locale, model, exchange)));
    }

    /** Takes the file that was looked through. */
    @PostMapping(ADDRESS + "/take")
    @PreAuthorize(KEEPS)
    Mono<String> take(
            @AuthenticationPrincipal Operator operator,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        return imports.apply(operator)
                .flatMap(run -> told(run, locale, model))
                .switchIfEmpty(Mono.defer(() -> refused("file-gone", locale, model, exchange)));
    }

    private Mono<String> told(ImportRun run, Locale locale, Model model) {
        model.addAttribute("run", run);
        return show(locale, model);
    }

    private Mono<String> refused(
            String word, Locale locale, Model model, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        model.addAttribute("refusal", word);
        return show(locale, model);
    }

    @GetMapping(ADDRESS + "/{kind:[a-z]{1,20}}.csv")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> csv(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String kind,
            @ModelAttribute Listing.Asked asked,
            Locale locale) {
        return exported(operator, kind, asked, locale, true);
    }

    @GetMapping(ADDRESS + "/{kind:[a-z]{1,20}}.xlsx")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> xlsx(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String kind,
            @ModelAttribute Listing.Asked asked,
            Locale locale) {
        return exported(operator, kind, asked, locale, false);
    }

    private Mono<ResponseEntity<byte[]>> exported(
            Operator by, String kind, Listing.Asked asked, Locale locale, boolean isCsv) {
        return Mono.justOrEmpty(imports.find(kind))
                .flatMap(found ->
                        found.rows(by, asked.wish())
                                .collectList()
                                .publishOn(Schedulers.boundedElastic())
                                .map(rows -> {
                                    List<String> header = header(found, locale);
                                    return isCsv
                                            ? Spreadsheets.csv(
                                                    header, rows, Spreadsheets.Encoding.UTF_8)
                                            : Spreadsheets.xlsx(kind, header, rows);
                                }))
                .map(bytes -> file(kind + (isCsv ? ".csv" : ".xlsx"), isCsv ? CSV : XLSX, bytes))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private static List<String> header(Importable<?> kind, Locale locale) {
        boolean isEnglish = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return kind.sheet().columns().stream()
                .map((Column<?> column) -> isEnglish ? column.en() : column.zh())
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
