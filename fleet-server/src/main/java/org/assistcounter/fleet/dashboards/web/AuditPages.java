package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.AuditReader;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import reactor.core.publisher.Mono;

/** The page on which one reads who did what, and has the chain of it checked. */
@Controller
@PreAuthorize("hasAuthority('SEE_AUDIT')")
class AuditPages {
    private static final int ABOUT_LENGTH_MAX = 100;

    /** What the address asks for. */
    record Wanted(@Nullable Long below, @Nullable String about, @Nullable Boolean check) {

        AuditReader.Query query() {
            return new AuditReader.Query(
                    below == null ? Long.MAX_VALUE : below,
                    about == null ? "" : searchable(about),
                    Boolean.TRUE.equals(check));
        }

        /** Without what no database keeps in a text. */
        private static String searchable(String typed) {
            String about = typed.strip().replace("\0", "");
            return about.substring(0, Math.min(ABOUT_LENGTH_MAX, about.length()));
        }
    }

    private final AuditReader reader;

    AuditPages(AuditReader reader) {
        this.reader = reader;
    }

    @GetMapping("/audit")
    Mono<String> show(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute Wanted wanted,
            Locale locale,
            Model model) {
        return reader.read(operator.tenant(), wanted.query(), locale)
                .map(read -> {
                    model.addAttribute("page", read);
                    return "dashboards/audit";
                });
    }
}
