package org.assistcounter.fleet.dashboards.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.dashboards.CountySalesFile;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.CountyTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was sold of each county in a month, and where. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class CountyPages {
    private static final int FIRST_YEAR = 2000;

    private final CountyTrace trace;
    private final CountySalesFile file;
    private final Registry registry;
    private final Listing listing;

    CountyPages(CountyTrace trace, CountySalesFile file, Registry registry, Listing listing) {
        this.trace = trace;
        this.file = file;
        this.registry = registry;
        this.listing = listing;
    }

    /**
     * What an address asks for.
     *
     * @param month this one, unless it names one that was
     */
    record Asked(
            @Nullable String county,
            @Nullable String division,
            @Nullable String site,
            @Nullable String month) {

        String countyCode() {
            return code(county);
        }

        String divisionCode() {
            return code(division);
        }

        String siteId() {
            return site == null ? "" : site.replace("\0", "");
        }

        CountyTrace.Where where(YearMonth of) {
            return new CountyTrace.Where(countyCode(), of, divisionCode());
        }

        /** A parameter of the same name goes before the path. */
        private static String code(@Nullable String typed) {
            return typed != null && Divisions.isCode(typed) ? typed : "";
        }
    }

    @GetMapping("/counties")
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        YearMonth month = month(asked, locale, model);
        return trace.counties(operator, month)
                .zipWith(registry.sphere(operator))
                .map(read -> {
                    model.addAttribute("lines", read.getT1());
                    model.addAttribute("isOwn", !read.getT2().operator().isEmpty());
                    return "registry/counties";
                });
    }

    @GetMapping("/counties/{county:[0-9]{6}}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        YearMonth month = month(asked, locale, model);
        return shown(
                trace.county(operator, asked.countyCode(), month),
                operator,
                "registry/county",
                model);
    }

    @GetMapping("/counties/{county:[0-9]{6}}/{division:[0-9]{6}}")
    Mono<Rendering> district(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        YearMonth month = month(asked, locale, model);
        return shown(
                trace.district(operator, asked.where(month)),
                operator,
                "registry/county-district",
                model);
    }

    @GetMapping("/counties/{county:[0-9]{6}}/{division:[0-9]{6}}/{site}")
    Mono<Rendering> site(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        YearMonth month = month(asked, locale, model);
        return shown(
                trace.site(operator, asked.where(month), asked.siteId()),
                operator,
                "registry/county-site",
                model);
    }

    @GetMapping("/counties/{county:[0-9]{6}}/sold.csv")
    @ResponseBody
    Mono<ResponseEntity<Flux<byte[]>>> csv(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale) {
        YearMonth month = month(asked.month(), now());
        return SheetAnswer.inPieces(
                "county-" + asked.countyCode() + "-" + month,
                file.header(locale),
                trace.lines(operator, asked.countyCode(), month)
                        .map(lines -> file.rows(lines, locale)));
    }

    private Mono<Rendering> shown(Mono<?> page, Operator operator, String template, Model model) {
        return page.zipWith(registry.sphere(operator))
                .map(read -> {
                    model.addAttribute("page", read.getT1());
                    model.addAttribute("isOwn", !read.getT2().operator().isEmpty());
                    return Rendering.view(template).build();
                })
                .defaultIfEmpty(
                        Rendering.view("registry/none").status(HttpStatus.NOT_FOUND).build());
    }

    private YearMonth month(Asked asked, Locale locale, Model model) {
        listing.told(locale, model);
        YearMonth now = now();
        YearMonth month = month(asked.month(), now);
        model.addAttribute("code", asked.countyCode());
        model.addAttribute("division", asked.divisionCode());
        model.addAttribute("month", month);
        model.addAttribute("before", month.minusMonths(1));
        model.addAttribute("after", month.isBefore(now) ? month.plusMonths(1) : null);
        return month;
    }

    private YearMonth now() {
        return YearMonth.from(registry.today());
    }

    private static YearMonth month(@Nullable String typed, YearMonth now) {
        try {
            YearMonth month = typed == null || typed.isEmpty() ? now : YearMonth.parse(typed);
            return month.isAfter(now) || month.getYear() < FIRST_YEAR ? now : month;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
