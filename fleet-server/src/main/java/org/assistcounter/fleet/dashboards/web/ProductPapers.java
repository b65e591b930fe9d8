package org.assistcounter.fleet.dashboards.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Mark;
import org.assistcounter.fleet.catalogue.Marks;
import org.assistcounter.fleet.catalogue.PaperKind;
import org.assistcounter.fleet.catalogue.Papers;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Parse;
import org.assistcounter.fleet.spreadsheets.Parsed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/** What a product's page shows as proof: papers and marks. */
@Component
class ProductPapers {
    private static final int NUMBER_MAX = 60;

    private final Papers papers;
    private final Marks marks;

    ProductPapers(Papers papers, Marks marks) {
        this.papers = papers;
        this.marks = marks;
    }

    /** Gives them to the page. */
    Mono<Void> show(Operator by, String product, Model model) {
        model.addAttribute("paperKinds", PaperKind.values());
        model.addAttribute("markKinds", Mark.Kind.values());
        return Mono.zip(papers.of(by, product).collectList(), marks.of(product).collectList())
                .doOnNext(read -> {
                    model.addAttribute("papers", read.getT1());
                    model.addAttribute("marks", read.getT2());
                })
                .then();
    }

    /** Enters a mark as it is typed. */
    Mono<String> mark(Operator by, String product, Map<String, String> form) {
        String kind = form.getOrDefault("mark", "");
        String number = form.getOrDefault("number", "").strip();
        boolean isNumber = !number.isEmpty() && number.length() <= NUMBER_MAX;
        return isNumber
                        && Parse.date().apply(form.getOrDefault("until", ""))
                                instanceof Parsed.Value<LocalDate>(LocalDate until)
                ? Arrays.stream(Mark.Kind.values())
                        .filter(each -> each.word().equals(kind))
                        .findFirst()
                        .map(each -> marks.add(by, product, new Mark(each, number, until)))
                        .map(outcome -> outcome.flatMap(Filled::refusal))
                        .orElseGet(() -> Mono.just("mark-fields"))
                : Mono.just("mark-fields");
    }
}
