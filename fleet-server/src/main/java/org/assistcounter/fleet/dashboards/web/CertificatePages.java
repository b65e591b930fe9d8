package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.CertificateReader;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The list of counters whose certificates end soon. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class CertificatePages {
    private final CertificateReader reader;

    CertificatePages(CertificateReader reader) {
        this.reader = reader;
    }

    @GetMapping("/certificates")
    Mono<String> ending(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        return reader.read(operator.tenant(), Math.max(1, page), locale)
                .map(read -> {
                    model.addAttribute("page", read);
                    return "dashboards/certificates";
                });
    }
}
