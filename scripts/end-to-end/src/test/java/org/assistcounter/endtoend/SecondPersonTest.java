package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dispatcher changes a price at many counters, and it waits for a second. */
@Tag("slow")
@Order(18)
@ExtendWith(OwnFleet.class)
class SecondPersonTest {
    private static final String PROPOSAL = "[data-proposal]";
    private final Province province;
    private final List<String> faults = new ArrayList<>();

    SecondPersonTest(Province province) {
        this.province = province;
    }

    @Test
    void sendsAChangeAtManyCountersWhenAnotherPersonAgrees() {
        Person other = province.of(Organisation.COMPANY, "DISPATCHER", "dispatcher.two");
        try (Page first = province.dispatcher().desk();
                Page second = other.phone()) {
            enrolled();
            open(first);
            keep(first, "directives-empty");
            Locator form = first.locator("#change form");
            Forms.fill(form, "product", "zhashui-muer", "pricing", "set", "price", "999999999");
            Forms.send(form);
            first.locator("[role=alert]").waitFor();
            assertThat(form.locator("[name=pricing]").inputValue()).isEqualTo("set");
            keep(first, "directives-refused");
            Forms.fill(form, "price", "20.90");
            Forms.send(form);
            first.locator(PROPOSAL).waitFor();
            assertThat(first.locator(PROPOSAL + " .button-main").count()).isZero();
            assertThat(first.locator("#changes .empty").count()).isEqualTo(1);
            keep(first, "proposal-made");

            open(second);
            keep(second, "proposal-phone");
            second.click(PROPOSAL + " .button-main");
            second.locator("[data-change]").waitFor();
            assertThat(second.locator("[data-change]").textContent())
                    .contains("dispatcher + dispatcher.two", "¥20.90");
            assertThat(second.locator(PROPOSAL).count()).isZero();
            keep(second, "proposal-agreed");
        }
        assertThat(faults).isEmpty();
    }

    /** Three cards, as the company's technician enrols them. */
    private void enrolled() {
        province.fleet()
                .behindItsBack(
                        """
                        insert into sites (site_id, tenant_id, venue, name_zh, name_en,
                                           division_code, division_year, zone, created_at)
                        values ('company-site', 'company', 'metro-station', '钟楼站', 'Bell Tower',
                                '610103', 2025, 'Asia/Shanghai', now())
                        """);
        for (int card = 1; card <= 3; card++) {
            province.fleet()
                    .behindItsBack(
                            """
                            insert into counters (counter_id, tenant_id, site_id, label, status,
                                                  journal_public_key, certificate_serial,
                                                  enrolment_certificate, enrolled_at,
                                                  certificate_ends_at)
                            values ('%s', 'company', 'company-site', 'ZL-000%d', 'active', '', '',
                                    '', now(), now() + interval '300 days')
                            """
                                    .formatted(Integer.toString(card).repeat(32), card));
        }
    }

    private void open(Page page) {
        page.navigate(province.address() + "/directives");
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
