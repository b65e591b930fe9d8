package org.assistcounter.fleet.dashboards.web;

import java.time.LocalDate;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.settings.BusinessZone;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Turns the days that an auditor names into the moments of an export. */
@Controller
@PreAuthorize("hasAuthority('EXPORT_EVIDENCE')")
class ExportForm {
    /** In which all counters' days begin. */
    private final Counters counters;

    ExportForm(Counters counters) {
        this.counters = counters;
    }

    /** Both days are in it; what is left out is not bounded. */
    @GetMapping("/books/export")
    Mono<String> export(
            @AuthenticationPrincipal Operator operator,
            Wish wish,
            Model model,
            ServerHttpResponse response) {
        String label = wish.label();
        String address = wish.address();
        if (label.isEmpty()) {
            return Mono.just("redirect:" + address);
        }
        return counters.findByLabel(operator.tenant(), label)
                .map(found -> "redirect:" + address)
                .switchIfEmpty(
                        Mono.fromSupplier(() -> {
                            response.setStatusCode(HttpStatus.NOT_FOUND);
                            model.addAttribute("label", label);
                            return "dashboards/no-counter";
                        }));
    }

    /**
     * What was typed.
     *
     * @param counter a label
     */
    record Wish(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            @Nullable String counter) {

        String label() {
            return counter == null ? "" : counter.strip();
        }

        String address() {
            var address = UriComponentsBuilder.fromPath("/evidence/export");
            if (first != null) {
                address.queryParam("from", first.atStartOfDay(BusinessZone.HOME).toInstant());
            }
            if (last != null) {
                address.queryParam(
                        "to", last.plusDays(1).atStartOfDay(BusinessZone.HOME).toInstant());
            }
            if (!label().isEmpty()) {
                address.queryParam("counter", label());
            }
            return address.encode().build().toUriString();
        }
    }
}
