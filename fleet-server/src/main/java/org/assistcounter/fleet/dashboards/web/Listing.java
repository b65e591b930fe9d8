package org.assistcounter.fleet.dashboards.web;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.dashboards.RegistryWords;
import org.assistcounter.fleet.dashboards.Told;
import org.assistcounter.fleet.operators.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/** What every long table of the registry has around it: a filter in the address, and words. */
@Component
class Listing {
    private final Registry registry;
    private final RegistryWords words;

    Listing(Registry registry, RegistryWords words) {
        this.registry = registry;
        this.words = words;
    }

    /** What an address asks for. */
    record Asked(
            @Nullable String words,
            @Nullable String within,
            @Nullable String which,
            @Nullable String category,
            @Nullable Integer page) {

        Page.Wish wish() {
            return Page.Wish.typed(
                            words == null ? "" : words,
                            within == null ? "" : within,
                            which == null ? "" : which,
                            page == null ? 1 : page)
                    .ofCategory(category == null ? "" : category);
        }
    }

    /** A division that a table can be cut by. */
    record Place(String code, String words) {}

    /** Gives a page the reader's words. */
    Told told(Locale locale, Model model) {
        Told told = words.told(locale);
        model.addAttribute("told", told);
        return told;
    }

    /**
     * Gives a page a table and its filter.
     *
     * @param choices the words of the table's own choice
     */
    Mono<String> show(
            Mono<? extends Page<?>> page, Page.Wish wish, List<String> choices, View view) {
        Told told = told(view.locale, view.model);
        view.model.addAttribute("wish", wish);
        view.model.addAttribute("choices", choices);
        return Mono.zip(page, registry.counties(view.operator).collectList())
                .map(read -> {
                    view.model.addAttribute("page", read.getT1());
                    view.model.addAttribute("places", places(read.getT2(), told));
                    return view.template;
                });
    }

    /** Who looks, at which template, in which language. */
    record View(Operator operator, String template, Locale locale, Model model) {}

    /** Each county after its city, where there is more than one. */
    static List<Place> places(List<String> counties, Told told) {
        SortedSet<String> codes = new TreeSet<>(counties);
        if (counties.size() > 1) {
            counties.forEach(county -> codes.add(county.substring(0, 4) + "00"));
        }
        return codes.stream()
                .map(code -> new Place(code, (code.endsWith("00") ? "" : "· ") + told.place(code)))
                .toList();
    }
}
