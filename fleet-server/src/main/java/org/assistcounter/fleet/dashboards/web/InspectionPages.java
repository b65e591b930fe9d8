package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.lots.Lots;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import reactor.core.publisher.Mono;

/** The page of samples: how many passed, and which did not. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class InspectionPages {
    private static final List<String> CHOICES = List.of("passed", "failed");

    private final Lots lots;
    private final Listing listing;

    InspectionPages(Lots lots, Listing listing) {
        this.lots = lots;
        this.listing = listing;
    }

    @GetMapping("/inspections")
    Mono<String> all(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Listing.Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.wish();
        return listing.show(
                lots.samples(operator, wish)
                        .doOnNext(samples -> model.addAttribute("rate", samples.rate()))
                        .map(Lots.Samples::page),
                wish,
                CHOICES,
                new Listing.View(operator, "registry/inspections", locale, model));
    }
}
