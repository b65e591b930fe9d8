package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.ImportRun;
import org.assistcounter.fleet.catalogue.Importable;
import org.assistcounter.fleet.catalogue.Imports;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.dashboards.ListFiles;
import org.assistcounter.fleet.dashboards.ListFiles.ListFile;
import org.assistcounter.fleet.dashboards.web.SheetAnswer.Format;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Column;
import org.springframework.http.HttpStatus;
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

/** The registry on its way into files and out of them. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class FilePages {
    private static final String ADDRESS = "/files";
    private static final int BYTES_MAX = 11_000_000;
    private static final String KEEPS = "hasAnyAuthority('SUPPLY', 'RECOGNISE')";

    private final Imports imports;
    private final ListFiles lists;
    private final Listing listing;

    FilePages(Imports imports, ListFiles lists, Listing listing) {
        this.imports = imports;
        this.lists = lists;
        this.listing = listing;
    }

    @GetMapping(ADDRESS)
    Mono<String> show(Locale locale, Model model) {
        listing.told(locale, model);
        model.addAttribute("kinds", imports.words());
        model.addAttribute(
                "exports",
                Stream.concat(imports.words().stream(), lists.kinds().stream()).toList());
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
        return exported(operator, kind, asked.wish(), locale, Format.CSV);
    }

    @GetMapping(ADDRESS + "/{kind:[a-z]{1,20}}.xlsx")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> xlsx(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String kind,
            @ModelAttribute Listing.Asked asked,
            Locale locale) {
        return exported(operator, kind, asked.wish(), locale, Format.XLSX);
    }

    private Mono<ResponseEntity<byte[]>> exported(
            Operator by, String kind, Page.Wish wish, Locale locale, Format format) {
        return SheetAnswer.of(
                kind,
                Mono.justOrEmpty(imports.find(kind))
                        .flatMap(found ->
                                found.rows(by, wish)
                                        .collectList()
                                        .map(rows -> new ListFile(header(found, locale), rows)))
                        .switchIfEmpty(lists.find(by, kind, wish, locale)),
                format);
    }

    private static List<String> header(Importable<?> kind, Locale locale) {
        boolean isEnglish = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return kind.sheet().columns().stream()
                .map((Column<?> column) -> isEnglish ? column.en() : column.zh())
                .toList();
    }
}
