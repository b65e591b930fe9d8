package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assistcounter.fleet.trace.UnitFold;
import org.springframework.r2dbc.core.DatabaseClient;

/** What tests of the trace ask of its pages and tables. */
record TraceParts(RunningServer.Parts server) {

    /** Counts until nothing of these products waits, whoever counts. */
    void fold(String products) {
        Eventually.holds(() -> {
            server.bean(UnitFold.class).run().block();
            return one("select count(*)::text from ledger_sold where product like '"
                            + products
                            + "%'")
                    .equals("0");
        });
    }

    void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }

    String one(String sql) {
        return server.bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .first()
                .blockOptional()
                .orElseThrow();
    }

    static List<String> figures(String page) {
        return found(page, "<div class=\"figure\"[^>]*>([^<]*)<");
    }

    static List<String> found(String page, String form) {
        return Pattern.compile(form).matcher(page).results().map(each -> each.group(1)).toList();
    }

    static String row(String page, String kind, String key) {
        int from = page.indexOf("data-" + kind + "=\"" + key + "\"");
        assertThat(from).as(key).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
