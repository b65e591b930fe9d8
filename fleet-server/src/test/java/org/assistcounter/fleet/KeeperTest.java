package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.TenantDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who keeps a supplier's entry, and how it is handed over. */
@ExtendWith(RunningServer.class)
class KeeperTest {
    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser county = people.office("611026");
    private final PersonsBrowser grower = people.supplier("kt-growers");

    @Test
    void handsAnEntryToItsOwnPeopleAndBack() {
        supplier("kt-group");

        assertThat(grower.status("/suppliers/kt-group")).isEqualTo(404);
        assertThat(handed(county, "kt-group", 1, "kt-growers")).isEmpty();
        assertThat(grower.page("/suppliers/kt-group")).contains("id=\"change\"", "id=\"keeper\"");
        assertThat(county.page("/suppliers/kt-group")).doesNotContain("id=\"change\"");
        assertThat(handed(county, "kt-group", 2, "")).contains("只有该供应商自己");
        assertThat(handed(grower, "kt-group", 2, "kt-growers")).contains("已由该单位维护");
        assertThat(handed(grower, "kt-group", 2, "")).isEmpty();
        assertThat(county.page("/suppliers/kt-group")).contains("id=\"change\"");
    }

    @Test
    void handsNothingToWhoIsNoSupplierHereAndTellsTheSecondOfTwo() {
        supplier("kt-two");

        for (String to : new String[] {"nobody", "office-611026", "demonstration"}) {
            assertThat(handed(county, "kt-two", 1, to)).contains("没有这个供应商机构");
        }
        assertThat(handed(people.office("611000"), "kt-two", 1, "kt-growers")).contains("只有该供应商自己");
        assertThat(handed(county, "kt-two", 1, "kt-growers")).isEmpty();
        people.supplier("kt-others");
        assertThat(handed(grower, "kt-two", 2, "kt-others")).contains("只有县级办公室");
        assertThat(handed(grower, "kt-two", 1, "")).contains("别人已经改过");
    }

    @Test
    void letsTheCountyTakeBackWhatAClosedOrganisationKept() {
        people.supplier("kt-closing");
        supplier("kt-left");
        assertThat(handed(county, "kt-left", 1, "kt-closing")).isEmpty();
        var platform =
                server.bean(People.class).find("registry-platform").blockOptional().orElseThrow();
        server.bean(TenantDesk.class).close(platform, "kt-closing").block();

        assertThat(county.page("/suppliers/kt-left")).contains("id=\"keeper\"");
        assertThat(handed(county, "kt-left", 2, "")).isEmpty();
        assertThat(county.page("/suppliers/kt-left")).contains("id=\"change\"");
        assertThat(handed(county, "kt-left", 3, "kt-closing")).contains("没有这个供应商机构");
    }

    private void supplier(String id) {
        assertThat(county.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
    }

    /** What the page says; nothing when it was handed over. */
    private static String handed(PersonsBrowser who, String id, int version, String to) {
        var form = Map.of("version", Integer.toString(version), "keeper", to);
        String page = who.answered("/suppliers/" + id + "/keeper", form);
        return page.contains("message-bad") ? page : "";
    }
}
