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

/** Two people change the same entry at once: the second is told what the first did. */
@Tag("slow")
@Order(17)
@ExtendWith(OwnFleet.class)
class TwoAtOnceTest {
    private final Province province;
    private final List<String> faults = new ArrayList<>();

    TwoAtOnceTest(Province province) {
        this.province = province;
    }

    @Test
    void tellsTheSecondWhatTheFirstChangedAndKeepsWhatWasTyped() {
        province.recognised("two-growers", "two-walnut", "6901234000047");
        Person other = province.of(Organisation.GROWERS, "SUPPLIER", "grower.two");
        try (Page first = province.grower().desk();
                Page second = other.desk();
                Page phone = other.phone()) {
            both("/suppliers/two-growers", first, second);
            Forms.fill(form(first), "households", "91");
            Forms.send(form(first));
            first.locator("#facts dd:text-is('91')").waitFor();
            Forms.fill(form(second), "village", "营盘镇秦丰村");
            Forms.send(form(second));
            told(second, "households", "91", "86");
            told(second, "village", "营盘镇朱家湾村", "营盘镇秦丰村");
            keep(second, "supplier-meanwhile");
            Forms.fill(form(second), "households", "91");
            Forms.send(form(second));
            second.locator("#facts dd:text-is('营盘镇秦丰村')").waitFor();
            assertThat(second.locator("#facts dd:text-is('91')").count()).isEqualTo(1);

            both("/products/two-walnut", first, phone);
            Forms.fill(form(first), "price", "25.80");
            Forms.send(form(first));
            first.locator("#facts b:text-is('¥25.80')").waitFor();
            Forms.fill(form(phone), "price", "27.80");
            Forms.send(form(phone));
            told(phone, "price", "25.80", "27.80");
            keep(phone, "product-meanwhile");
        }
        assertThat(faults).isEmpty();
    }

    private void both(String path, Page... pages) {
        for (Page page : pages) {
            page.navigate(province.address() + path);
            page.click("#change summary");
        }
    }

    private static Locator form(Page page) {
        return page.locator("#change form");
    }

    private static void told(Page page, String field, String there, String typed) {
        Locator row = page.locator("[role=alert] [data-field='" + field + "']");
        row.waitFor();
        assertThat(row.locator("td").nth(1).textContent()).isEqualTo(there);
        assertThat(row.locator("td").nth(2).textContent()).isEqualTo(typed);
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
