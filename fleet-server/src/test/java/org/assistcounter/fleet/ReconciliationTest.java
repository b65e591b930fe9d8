package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceDesk;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Outcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bills, attempts, ledger and counters compared by the whole server, with the sandbox's books. */
@ExtendWith(RunningServer.class)
class ReconciliationTest extends ReconcilingServer {

    private final DifferenceDesk desk = server.bean(DifferenceDesk.class);

    @Test
    void findsNothingWhereAllSidesSayTheSame() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0001")) {
            Sales sold = paid(counter);
            counter.tells(sold.delivered());
            Sales jammed = paid(counter);
            counter.tells(jammed.jammed());
            Eventually.holds(() -> refunded(jammed));
            twoDaysLater(sold);
            twoDaysLater(jammed);

            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void findsOnceWhatTheBillLacksAndEndsItWhenItIsThere() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0002")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");

            run();
            Difference first = only(counter);
            run();

            assertThat(only(counter)).isEqualTo(first);
            assertThat(first.key().kind()).isEqualTo(DifferenceKind.NOT_BILLED);
            assertThat(first.key().subject()).isEqualTo(sale.id().attempt(1));
            assertThat(first.found().ours()).isEqualTo(Sales.PRICE);
            assertThat(first.owner()).isEqualTo("finance");

            atTheWallet(sale, "state = 'paid'");
            run();

            assertThat(open(counter)).isEmpty();
            assertThat(ended(first.id()).by()).isNull();
            assertThat(ended(first.id()).reason()).isEqualTo("found no more");
        }
    }

    @Test
    void findsAnotherAmountInTheBillAndFollowsIt() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0003")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "amount_minor = 991");
            run();
            Difference first = only(counter);

            atTheWallet(sale, "amount_minor = 995");
            run();

            assertThat(first.key().kind()).isEqualTo(DifferenceKind.AMOUNT_DIFFERS);
            assertThat(only(counter).id()).isEqualTo(first.id());
            assertThat(only(counter).foundAt()).isEqualTo(first.foundAt());
            assertThat(only(counter).found().theirs()).isEqualTo(995);
            atTheWallet(sale, "amount_minor = 990");
            run();
        }
    }

    @Test
    void findsAnAlteredPostingByTheSaleAndByTheCounter() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0004")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);

            alterPostings(sale, 1);
            run();

            assertThat(open(counter))
                    .extracting(found -> found.key().kind(), found -> found.key().subject())
                    .containsExactlyInAnyOrder(
                            tuple(DifferenceKind.BOOKED_DIFFERS, sale.id().text()),
                            tuple(DifferenceKind.CHARGED_DIFFERS, counter.id().hex()));
            assertThat(open(counter))
                    .allSatisfy(found -> {
                        assertThat(found.found().ours()).isEqualTo(Sales.PRICE + 1);
                        assertThat(found.found().theirs()).isEqualTo(Sales.PRICE);
                    });

            alterPostings(sale, -1);
            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void findsAJournalThatClaimsAPaymentNoWalletKnows() {
        try (var counter = SellingCounter.enrol(server, "RN-0005")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.tells(sale.delivered());
            entriesAreOf(sale, 2);

            run();

            assertThat(only(counter).key().kind()).isEqualTo(DifferenceKind.CLAIMED_NOT_PAID);
            assertThat(only(counter).key().subject()).isEqualTo(sale.id().text());
        }
    }

    @Test
    void explainsWhatACounterHasSignedByWhatIsParked() {
        try (var counter = SellingCounter.enrol(server, "RN-0006")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.tells(sale.approved());

            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void staysClosedWithAReasonAndIsLookedAtBySomebodyElse() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0007")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            Operator li = person("rn-li");
            Operator wang = person("rn-wang");

            assertThat(said(desk.give(li, id, "nobody"))).isEqualTo(Outcome.NO_SUCH_OWNER);
            assertThat(said(desk.give(li, id, "rn-wang"))).isEqualTo(Outcome.DONE);
            assertThat(only(counter).owner()).isEqualTo("rn-wang");
            assertThat(said(desk.lookAgain(wang, id))).isEqualTo(Outcome.STILL_OPEN);
            assertThat(said(desk.close(li, id, "  "))).isEqualTo(Outcome.NO_REASON);
            assertThat(said(desk.close(li, id, "a test of ours"))).isEqualTo(Outcome.DONE);
            assertThat(said(desk.close(li, id, "once more"))).isEqualTo(Outcome.CLOSED_ALREADY);
            run();

            assertThat(open(counter)).isEmpty();
            assertThat(ended(id).by()).isEqualTo("rn-li");
            assertThat(said(desk.lookAgain(li, id))).isEqualTo(Outcome.OWN_CLOSING);
            assertThat(said(desk.lookAgain(wang, id))).isEqualTo(Outcome.DONE);
            assertThat(ended(id).secondLook()).isEqualTo("rn-wang");
            assertThat(audited(id))
                    .containsExactly(
                            "difference-given", "difference-closed", "difference-looked-at-again");
        }
    }

    @Test
    void endsWhatIsOlderThanTheDaysThatItLooksAt() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0010")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            for (int time = 0; time < 6; time++) {
                twoDaysLater(sale);
            }
            found(id, "day = day - 12");
            oldBills();
            run();
            assertThat(only(counter).id()).isEqualTo(id);

            billed(sale);
            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void isNoneOfAnotherTenantsBusiness() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0008")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();

            assertThat(reconciliation.find("weinan", id).blockOptional()).isEmpty();
            assertThat(reconciliation.open("weinan").filter(found -> found.id() == id).blockFirst())
                    .isNull();
            assertThat(reconciliation.find(TENANT, id).blockOptional()).isPresent();
        }
    }

    @Test
    void showsDaysAndDifferencesInBothLanguages() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0009")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "amount_minor = 1490");
            run();
            long id = only(counter).id();

            assertThat(page("/reconciliation?lang=en"))
                    .contains("Another amount in the bill", "RN-0009", "Practice wallet", "Agrees")
                    .contains("data-difference=\"" + id + "\"");
            assertThat(page("/reconciliation?lang=zh")).contains("账单金额不同", "演示钱包", "相符");
            assertThat(page("/reconciliation/" + id + "?lang=en"))
                    .contains("¥9.90", "¥14.90", sale.id().attempt(1), "I see to it");
            assertThat(page("/reconciliation/" + id + "?lang=zh")).contains("由我处理", "财务");
            assertThat(page("/reconciliation/differences")).contains(sale.id().attempt(1));
            assertThat(page("/reconciliation/progress")).contains("\"running\":");
            assertThat(page("/?lang=en")).doesNotContain("/reconciliation/" + id);

            found(id, "found_at = found_at - interval '25 hours'");

            assertThat(page("/?lang=en")).contains("/reconciliation/" + id, "Does not agree");
            atTheWallet(sale, "amount_minor = 990");
            run();
            assertThat(page("/?lang=en")).doesNotContain("/reconciliation/" + id);
        }
    }

    @Test
    void takesAndClosesByTheFormsOfThePage() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0011")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            var li = new PersonsBrowser(server, person("rn-li"));
            var technician = new PersonsBrowser(server, person("rn-zhao", Role.TECHNICIAN));

            assertThat(technician.posts("/reconciliation/" + id, "/take", "", "")).isEqualTo(403);
            assertThat(technician.page("/reconciliation/" + id)).doesNotContain("/take");
            assertThat(li.posts("/reconciliation/" + id, "/take", "", "")).isEqualTo(303);
            assertThat(only(counter).owner()).isEqualTo("rn-li");
            assertThat(li.posts("/reconciliation/" + id, "/close", "reason", "x")).isEqualTo(303);
            assertThat(open(counter)).hasSize(1);
            assertThat(li.page("/reconciliation/" + id + "?said=no-reason&lang=en"))
                    .contains("it is not closed");
            assertThat(li.page("/reconciliation/" + id + "?said=xyz"))
                    .doesNotContain("outcome.xyz", "role=\"alert\"");
            assertThat(li.page("/reconciliation/" + id + "?said=still-open")).contains("无须复核");
            li.posts("/reconciliation/" + id, "/close", "reason", "paid out in cash");
            assertThat(open(counter)).isEmpty();
            assertThat(li.page("/reconciliation/" + id + "?lang=en"))
                    .contains("paid out in cash", "rn-li", "Nobody has looked at it again yet")
                    .doesNotContain("/look-again");
            var wang = new PersonsBrowser(server, person("rn-wang"));
            assertThat(wang.page("/reconciliation/" + id)).contains("/look-again");
        }
    }

    @Test
    void letsNobodyOrderAnythingWithoutATokenAgainstForgery() {
        var web = new WebCalls(server).client();

        web.post().uri("/reconciliation/run").exchange().expectStatus().isForbidden();
        web.post().uri("/reconciliation/1/close").exchange().expectStatus().isForbidden();
    }
}
