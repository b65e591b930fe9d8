package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.ListFiles;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/** All movements of a lot, of which its page shows the newest. */
@Controller
@PreAuthorize("hasAuthority('SEE_REGISTRY')")
class MovementFiles {
    private final ListFiles lists;

    MovementFiles(ListFiles lists) {
        this.lists = lists;
    }

    @GetMapping("/lots/movements.csv")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> csv(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute LotPages.Key key,
            Locale locale) {
        return SheetAnswer.of(
                "movements", lists.movements(operator, key.key(), locale), SheetAnswer.Format.CSV);
    }

    @GetMapping("/lots/movements.xlsx")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> xlsx(
            @AuthenticationPrincipal Operator operator,
            @ModelAttribute LotPages.Key key,
            Locale locale) {
        return SheetAnswer.of(
                "movements", lists.movements(operator, key.key(), locale), SheetAnswer.Format.XLSX);
    }
}
