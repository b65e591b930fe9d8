package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.ListFiles.ListFile;
import org.assistcounter.fleet.dashboards.LotTraceFile;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.trace.LotTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a lot went: its slots, its sales. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class LotTracePages {
    private static final int LABEL_MAX = 40;

    private final LotTrace trace;
    private final LotTraceFile file;
    private final Listing listing;

    LotTracePages(LotTrace trace, LotTraceFile file, Listing listing) {
        this.trace = trace;
        this.file = file;
        this.listing = listing;
    }

    /**
     * What an address asks for.
     *
     * @param counter the label of one; nothing for all
     * @param left anything but nothing: only slots in which some are left
     */
    record Asked(
            String product,
            String lot,
            @Nullable String counter,
            @Nullable String left,
            @Nullable String after) {

        LotTrace.Wish wish() {
            String label = counter == null ? "" : counter.strip().replace("\0", "");
            return new LotTrace.Wish(
                    new LotPages.Key(product, lot).key(),
                    label.substring(0, Math.min(label.length(), LABEL_MAX)),
                    left != null && !left.isEmpty(),
                    after == null ? "" : after);
        }

        LotTrace.Wish fromTheBeginning() {
            return new Asked(product, lot, counter, left, null).wish();
        }
    }

    @GetMapping("/products/{code:[a-z][a-z0-9-]{1,38}}/sold")
    Mono<Rendering> lots(
            @AuthenticationPrincipal Operator operator,
            @PathVariable String code,
            Locale locale,
            Model model) {
        listing.told(locale, model);
        return rendered(trace.lots(operator, code), "registry/product-sold", model);
    }

    @GetMapping("/lots/trace")
    Mono<Rendering> slots(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.wish();
        return shown(trace.slots(operator, wish), "registry/lot-trace", wish, locale, model);
    }

    @GetMapping("/lots/sales")
    Mono<Rendering> units(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale,
            Model model) {
        var wish = asked.wish();
        return shown(trace.units(operator, wish), "registry/lot-sales", wish, locale, model);
    }

    @GetMapping("/lots/trace.csv")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> slotsFile(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale) {
        return SheetAnswer.of(
                "lot-trace",
                trace.allSlots(operator, asked.wish())
                        .map(lines ->
                                new ListFile(file.slotsHeader(locale), file.slots(lines, locale))),
                SheetAnswer.Format.CSV);
    }

    @GetMapping("/lots/sales.csv")
    @ResponseBody
    Mono<ResponseEntity<Flux<byte[]>>> unitsFile(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Asked asked,
            Locale locale) {
        return SheetAnswer.inPieces(
                "lot-sales",
                file.unitsHeader(locale),
                trace.allUnits(operator, asked.fromTheBeginning())
                        .map(lines -> file.units(lines, operator.tenant(), locale)));
    }

    private Mono<Rendering> shown(
            Mono<?> page, String template, LotTrace.Wish wish, Locale locale, Model model) {
        listing.told(locale, model);
        model.addAttribute("wish", wish);
        return rendered(page, template, model);
    }

    private static Mono<Rendering> rendered(Mono<?> page, String template, Model model) {
        return page.map(
                        read -> {
                            model.addAttribute("page", read);
                            return Rendering.view(template).build();
                        })
                .defaultIfEmpty(
                        Rendering.view("registry/none").status(HttpStatus.NOT_FOUND).build());
    }
}
