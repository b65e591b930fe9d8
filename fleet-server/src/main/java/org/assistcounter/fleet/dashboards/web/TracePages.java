package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.trace.Origins;
import org.assistcounter.protocol.gs1.Gs1;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page for shoppers about where a packet is from, by its receipt or by the link in the QR code
 * of its label (GS1 Digital Link: {@code /01/GTIN/10/LOT}).
 */
@Controller
class TracePages implements OpenPaths {
    private static final String ANY_HOST = "https://localhost";
    private static final int CODE_MAX = 40;

    private final Origins origins;
    private final Listing listing;

    TracePages(Origins origins, Listing listing) {
        this.origins = origins;
        this.listing = listing;
    }

    @Override
    public List<String> patterns() {
        return List.of("/trace", "/01/**");
    }

    @GetMapping("/trace")
    Mono<String> receipt(
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        String typed = code.strip();
        model.addAttribute("code", typed);
        Flux<Origins.Origin> found =
                typed.isEmpty() || typed.length() > CODE_MAX
                        ? Flux.empty()
                        : origins.ofReceipt(typed);
        return shown(found, !typed.isEmpty(), locale, model, exchange);
    }

    @GetMapping("/01/{gtin}/10/{lot}")
    Mono<String> label(
            @PathVariable String gtin,
            @PathVariable String lot,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("code", "");
        var told = listing.told(locale, model);
        String link = exchange.getRequest().getURI().getRawPath();
        return Gs1.read(ANY_HOST + link, told.getToday().getYear()) instanceof Gs1.Read(var code)
                ? shown(
                        origins.ofLabel(code.gtin().digits(), String.valueOf(code.lot())).flux(),
                        true,
                        locale,
                        model,
                        exchange)
                : shown(Flux.empty(), true, locale, model, exchange);
    }

    private Mono<String> shown(
            Flux<Origins.Origin> found,
            boolean isAsked,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        listing.told(locale, model);
        return found.collectList()
                .map(all -> {
                    if (isAsked && all.isEmpty()) {
                        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
                    }
                    model.addAttribute("origins", all);
                    model.addAttribute("isAsked", isAsked);
                    return "registry/trace";
                });
    }
}
