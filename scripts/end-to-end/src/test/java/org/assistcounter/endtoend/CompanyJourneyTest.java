package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The people of an operator's company: each does their own work and not that of others. */
@Tag("slow")
@Order(16)
@ExtendWith(OwnFleet.class)
class CompanyJourneyTest {
    private static final int FORBIDDEN = 403;
    private static final String PRODUCT = "van-walnut";
    private static final String LOT = "26V-07";
    private static final String LABEL = "ZL-0101";

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    CompanyJourneyTest(Province province) {
        this.province = province;
    }

    @BeforeEach
    void standsAtASite() {
        province.keeper(Organisation.COMPANY);
        province.fleet()
                .behindItsBack(
                        """
                        insert into sites (site_id, tenant_id, venue, name_zh, name_en,
                                           division_code, division_year, zone, created_at)
                        values ('company-gate', 'company', 'metro-station', '永宁门站', 'South Gate',
                                '610103', 2025, 'Asia/Shanghai', now())
                        on conflict do nothing
                        """);
        province.fleet()
                .behindItsBack(
                        """
                        insert into counters (counter_id, tenant_id, site_id, label, status,
                                              journal_public_key, certificate_serial,
                                              enrolment_certificate, enrolled_at,
                                              certificate_ends_at)
                        values ('%s', 'company', 'company-gate', '%s', 'active', '', '', '',
                                now(), now() + interval '300 days')
                        on conflict do nothing
                        """
                                .formatted("ab".repeat(16), LABEL));
    }

    /** Whose journal has begun. */
    private void hasAJournal() {
        province.fleet()
                .behindItsBack(
                        """
                        insert into evidence_head (counter_id, tenant_id, epoch, boot, seq, hash,
                               charged_minor, refunded_minor, dispensed, sales, checked_seq)
                        values ('%s', 'company', 1, 1, 4, sha256('a head'), 0, 0, 0, 0, 4)
                        """
                                .formatted("ab".repeat(16)));
    }

    @Test
    void restockerBringsALotFromTheVanToACounterAndNotALotThatMayNotBeSold() {
        province.recognised("van-growers", PRODUCT, "6901234000054");
        try (Page grower = province.grower().desk();
                Page dispatcher = province.dispatcher().desk();
                Page restocker =
                        province.of(Organisation.COMPANY, "RESTOCKER", "restocker").phone()) {
            enters(grower);
            fillsTheVan(dispatcher);

            open(restocker, "/lots");
            restocker.locator("[name=words]").fill("(01)06901234000054(10)" + LOT);
            restocker.keyboard().press("Enter");
            restocker.waitForURL("**/lots/one?**");
            assertThat(restocker.locator("main a[href^='/lots/new']").count()).isZero();
            move(restocker, "van:陕A 20101", "counter:" + LABEL, "80");
            Forms.awaits(restocker, "[role=alert]");
            keep(restocker, "restocker-too-many");
            move(restocker, "van:陕A 20101", "counter:" + LABEL, "24");
            Forms.awaits(restocker, "#movements td:has-text('" + LABEL + "')");
            assertThat(restocker.locator("#held").textContent()).contains(LABEL, "24", "36");
            keep(restocker, "restocker-loaded");

            province.fleet()
                    .behindItsBack(
                            "update catalogue_product set recognised_until = current_date - 1"
                                    + " where product_code = '"
                                    + PRODUCT
                                    + "'");
            move(restocker, "van:陕A 20101", "counter:" + LABEL, "12");
            Forms.awaits(restocker, "[role=alert]");
            keep(restocker, "restocker-may-not");
            assertThat(restocker.locator("#movements tbody tr").count()).isEqualTo(3);
            isRefused(restocker, "/people");
        }
        assertThat(faults).isEmpty();
    }

    private void fillsTheVan(Page dispatcher) {
        open(dispatcher, lot());
        move(dispatcher, "supplier:", "van:陕A 20101", "60");
        Forms.told(dispatcher, "Goods go supplier, warehouse, van, counter");
        move(dispatcher, "supplier:", "warehouse:East 7", "60");
        Forms.awaits(dispatcher, "#movements td:has-text('East 7')");
        move(dispatcher, "warehouse:East 7", "van:陕A 20101", "60");
        Forms.awaits(dispatcher, "#movements td:has-text('陕A 20101')");
    }

    @Test
    void technicianGetsACodeForNewKeysAndDecidesNothing() {
        hasAJournal();
        try (Page phone =
                province.of(Organisation.COMPANY, "TECHNICIAN", "company.technician").phone()) {
            open(phone, "/counters/" + LABEL);
            phone.locator("#renew textarea").fill("卡坏了，换新卡");
            phone.locator("#renew button").click();
            Forms.awaits(phone, "#token");
            keep(phone, "technician-token");

            open(phone, "/directives");
            assertThat(phone.locator("#change form").count()).isZero();
            keep(phone, "technician-prices");
            isRefused(phone, "/lots");
            keep(phone, "technician-refused");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void financeDecidesAboutMuchMoneyOnlyWithASecondPerson() {
        hasACase();
        Person one = province.of(Organisation.COMPANY, "FINANCE", "finance.one");
        Person two = province.of(Organisation.COMPANY, "FINANCE", "finance.two");
        try (Page desk = one.desk();
                Page phone = two.phone()) {
            open(desk, "/cases");
            keep(desk, "finance-cases");
            desk.click("#waiting td.what a");
            Locator form = desk.locator("#decide form");
            form.locator("[value=delivered]").check();
            Forms.fill(form, "why", "The camera of the station shows that it fell");
            keep(desk, "finance-case");
            Forms.send(form);
            Forms.awaits(desk, "#ruling");
            desk.locator("#ruling form[action$=second] button").click();
            Forms.awaits(desk, "[role=alert]");
            keep(desk, "finance-own-proposal");

            open(phone, "/cases");
            phone.click("#waiting td.what a");
            keep(phone, "finance-second");
            phone.locator("#ruling form[action$=second] button").click();
            Forms.awaits(phone, "#ruling .steps li:has-text('finance.two')");
            assertThat(phone.locator("#ruling .steps").textContent())
                    .contains("finance.one", "finance.two");
            keep(phone, "finance-decided");
            for (String path : List.of("/books", "/reconciliation")) {
                open(phone, path);
                keep(phone, "finance" + path.replace('/', '-'));
            }
            isRefused(phone, "/lots");
        }
        assertThat(faults).isEmpty();
    }

    /** A sale whose goods nobody saw fall, as a counter's journal tells it. */
    private void hasACase() {
        for (String statement :
                List.of(
                        """
                        insert into ledger_sale (sale, tenant_id, counter_id, receipt_code,
                               currency, way, charged_minor, delivered_minor, refunded_minor,
                               held_minor, outcome, business_date, opened_at, changed_at)
                        values ('00000000000000000000ABCDEF', 'company', '%s', 'ABCD-EFGH', 'CNY',
                                'CARD', 128000, 0, 0, 128000, 'CASE', current_date, now(), now())
                        """
                                .formatted("ab".repeat(16)),
                        """
                        insert into ledger_sale_line (sale, line, tenant_id, slot, product, lot,
                               price_minor, progress)
                        values ('00000000000000000000ABCDEF', 1, 'company', 12, 'van-walnut', 'L',
                                128000, 'HELD')
                        """,
                        """
                        insert into ledger_payment (sale, attempt, tenant_id, way, amount_minor,
                               reference, approved_at)
                        values ('00000000000000000000ABCDEF', 1, 'company', 'card', 128000, 'R-1',
                                now())
                        """,
                        """
                        insert into ledger_case (tenant_id, counter_id, sale, line, way, reason,
                               amount_minor, opened_at, heard_at)
                        values ('company', '%s', '00000000000000000000ABCDEF', 1, 'card',
                                'unproven-delivery', 128000, now(), now())
                        """
                                .formatted("ab".repeat(16)))) {
            assertThat(province.fleet().behindItsBack(statement)).isEqualTo(1);
        }
    }

    private void enters(Page page) {
        open(page, "/lots/new?product=" + PRODUCT);
        Locator form = page.locator("main form");
        Forms.fill(form, Papers.lot(LOT));
        Forms.fill(form, Papers.promise());
        Forms.send(form);
        page.waitForURL("**/lots/one?**");
    }

    private static String lot() {
        return "/lots/one?product=" + PRODUCT + "&lot=" + LOT;
    }

    /** From and to a kind of place and its name, such as `van:A 1`. */
    private static void move(Page page, String from, String to, String quantity) {
        Locator form = page.locator("#held form");
        String[] out = from.split(":", 2);
        String[] in = to.split(":", 2);
        Forms.fill(form, "from", out[0], "from-place", out[1], "to", in[0], "to-place", in[1]);
        Forms.fill(form, "quantity", quantity);
        Forms.send(form);
    }

    /** Neither by the menu nor by the address, and the page says so. */
    private void isRefused(Page page, String path) {
        assertThat(page.locator("nav a[href='" + path + "']").count()).as(path).isZero();
        Response answer = page.navigate(province.address() + path);
        assertThat(answer.status()).isEqualTo(FORBIDDEN);
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    private void open(Page page, String path) {
        page.navigate(province.address() + path);
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
