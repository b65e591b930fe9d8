package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.dashboards.BooksReader;
import org.assistcounter.fleet.dashboards.FrontReader;
import org.assistcounter.fleet.dashboards.NotAcceptedReader;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.CaseSum;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/** The pages. Each is drawn whole by the server; `live.js` takes the changed parts out of it. */
@Controller
@PreAuthorize("hasAuthority('SEE_FLEET')")
class Pages {
    private static final String PAGE = "page";

    private final FrontReader front;
    private final BooksReader books;
    private final NotAcceptedReader notAccepted;

    Pages(FrontReader front, BooksReader books, NotAcceptedReader notAccepted) {
        this.front = front;
        this.books = books;
        this.notAccepted = notAccepted;
    }

    @GetMapping("/")
    Mono<String> front(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return drawn("front", front.read(operator.tenant(), locale), model);
    }

    @GetMapping("/books")
    Mono<String> books(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return drawn("books", books.read(operator.tenant(), locale), model);
    }

    @GetMapping("/books/balances")
    @ResponseBody
    Mono<ResponseEntity<List<Balance>>> balances(@AuthenticationPrincipal Operator operator) {
        return books.balances(operator.tenant())
                .map(all -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(all));
    }

    @GetMapping("/books/cases")
    @ResponseBody
    Mono<ResponseEntity<List<CaseSum>>> cases(@AuthenticationPrincipal Operator operator) {
        return books.cases(operator.tenant())
                .map(all -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(all));
    }

    @GetMapping("/refused")
    Mono<String> refused(@AuthenticationPrincipal Operator operator, Locale locale, Model model) {
        return drawn("refused", notAccepted.read(operator.tenant(), locale), model);
    }

    private static Mono<String> drawn(String name, Mono<?> page, Model model) {
        return page.doOnNext(read -> model.addAttribute(PAGE, read))
                .map(read -> "dashboards/" + name);
    }
}
