package org.assistcounter.fleet.dashboards.web;

import java.util.Locale;
import org.assistcounter.fleet.dashboards.CounterReader;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ServerWebExchange;

/** The page of one counter, for whoever shows it or answers a form on it. */
@Component
record CounterForms(CounterReader reader) {

    FormPage page(
            Operator operator,
            String label,
            Locale locale,
            Model model,
            ServerWebExchange exchange) {
        model.addAttribute("label", label);
        model.addAttribute("mayDirect", operator.may(May.DIRECT_COUNTERS));
        return new FormPage(
                "/counters/" + label,
                "dashboards/counter",
                "dashboards/no-counter",
                reader.read(operator, label, locale),
                operator,
                model,
                exchange);
    }
}
