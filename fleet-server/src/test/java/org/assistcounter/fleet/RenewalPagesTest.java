package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** On a counter's page a person gets the token by which it is given new keys. */
@ExtendWith(RunningServer.class)
class RenewalPagesTest {
    private static final Pattern TOKEN = Pattern.compile("--token ([A-Za-z0-9_-]{20,})");
    private static final String WHY = "The card is broken";

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebCalls web = new WebCalls(server);
    private final PersonsBrowser technician =
            PersonsBrowser.of(server, "rp-technician", Role.TECHNICIAN);

    @Test
    void givesATokenThatMakesAnotherCardTheCounter() {
        var old = SellingCounter.enrol(server, "RP-0001");
        old.tells(new Fact.Beat());
        assertThat(technician.page("/counters/RP-0001?lang=en"))
                .contains("/counters/RP-0001/renew", "Keys so far</dt><dd>1<");

        String page = technician.answered("/counters/RP-0001", "/renew?lang=en", "why", WHY);

        assertThat(page)
                .contains("RP-0001: new keys", "good for 10 minutes and once")
                .contains("renew --data DIR --server " + server.origin())
                .contains("enrol --data DIR --server " + server.origin());
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        assertThat(web.enrol(new TestCounter().request(token.group(1))))
                .containsEntry("counterId", old.id().hex());
        assertThat(technician.page("/counters/RP-0001?lang=en"))
                .contains("Keys so far</dt><dd>2<")
                .doesNotContain(token.group(1));
    }

    @Test
    void saysItInChineseToo() {
        try (var counter = SellingCounter.enrol(server, "RP-0002")) {
            counter.tells(new Fact.Beat());

            assertThat(technician.answered("/counters/RP-0002", "/renew?lang=zh", "why", WHY))
                    .contains("RP-0002：更换密钥", "10 分钟内有效", "还是这张卡", "换了新卡");
        }
    }

    @Test
    void keepsWhoWantedItAndWhyAndNotTheToken() {
        try (var counter = SellingCounter.enrol(server, "RP-0003")) {
            counter.tells(new Fact.Beat());

            technician.posts("/counters/RP-0003", "/renew", "why", WHY);

            assertThat(
                            server.bean(DatabaseClient.class)
                                    .sql("select * from audit where subject =" + " 'RP-0003'")
                                    .map(row -> row.get("action") + " " + row.get("detail"))
                                    .all()
                                    .collectList()
                                    .block())
                    .containsExactly("enrolment-token-renewing " + WHY);
        }
    }

    @Test
    void wantsAReasonAndSomebodyWhoMayMakeCounters() {
        try (var counter = SellingCounter.enrol(server, "RP-0004")) {
            counter.tells(new Fact.Beat());
            var finance = PersonsBrowser.of(server, "rp-finance", Role.FINANCE);

            assertThat(technician.posts("/counters/RP-0004", "/renew", "why", " no "))
                    .isEqualTo(422);
            assertThat(finance.posts("/counters/RP-0004", "/renew", "why", WHY)).isEqualTo(403);
            assertThat(finance.page("/counters/RP-0004")).doesNotContain("/renew");
            assertThat(technician.posts("/counters/RP-9999", "/renew", "why", WHY)).isEqualTo(404);
        }
    }

    @Test
    void offersNothingForACounterThatHasToldNothingOrIsRetired() {
        SellingCounter.enrol(server, "RP-0005").close();
        try (var retired = SellingCounter.enrol(server, "RP-0006")) {
            retired.tells(new Fact.Beat());
            server.bean(DatabaseClient.class)
                    .sql("update counters set status = 'retired' where counter_id = :id")
                    .bind("id", retired.id().hex())
                    .then()
                    .block();

            assertThat(technician.page("/counters/RP-0005")).doesNotContain("/renew");
            assertThat(technician.page("/counters/RP-0006")).doesNotContain("/renew");
            assertThat(technician.answered("/counters/RP-0006", "/renew?lang=en", "why", WHY))
                    .contains("out of service or suspended and gets no keys");
        }
    }
}
