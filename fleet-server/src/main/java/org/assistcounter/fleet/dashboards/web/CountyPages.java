package org.assistcounter.fleet.dashboards.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.CountyTrace;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What was sold of each county in a month, and where. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class CountyPages {
    private static final int FIRST_YEAR = 2000;

    private final CountyTrace trace;
    private final Registry registry;
    private final Listing listing;

    CountyPages(CountyTrace trace, Registry registry, Listing listing) {
        this.trace = trace;
        this.registry = registry;
        this.listing = listing;
    }

    @GetMapping("/counties")
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String month,
            Locale locale,
            Model model) {
        YearMonth asked = asked(month, locale, model);
        return trace.counties(operator, asked)
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
            @PathVariable String county,
            @RequestParam(defaultValue = "") String month,
            Locale locale,
            Model model) {
        YearMonth asked = asked(month, locale, model);
        model.addAttribute("code", county);
        return trace.county(operator, county, asked)
                .zipWith(registry.sphere(operator))
                .map(read -> {
                    model.addAttribute("page", read.getT1());
                    model.addAttribute("isOwn", !read.getT2().operator().isEmpty());
                    return Rendering.view("registry/county").build();
                })
                .defaultIfEmpty(
                        Rendering.view("registry/none").status(HttpStatus.NOT_FOUND).build());
    }

    /** This month, unless the address names one that was. */
    private YearMonth asked(String typed, Locale locale, Model model) {
        listing.told(locale, model);
        YearMonth now = YearMonth.from(registry.today());
        YearMonth asked = month(typed, now);
        model.addAttribute("month", asked);
        model.addAttribute("before", asked.minusMonths(1));
        model.addAttribute("after", asked.isBefore(now) ? asked.plusMonths(1) : null);
        return asked;
    }

    private static YearMonth month(String typed, YearMonth now) {
        try {
            YearMonth month = typed.isEmpty() ? now : YearMonth.parse(typed);
            return month.isAfter(now) || month.getYear() < FIRST_YEAR ? now : month;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
