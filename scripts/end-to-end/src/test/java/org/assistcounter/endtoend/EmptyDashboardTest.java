package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the dashboard on the first morning: runs before anything is sold. */
@Tag("slow")
@Order(1)
@ExtendWith(WholeChain.class)
class EmptyDashboardTest {
    private static Browsers browsers;
    private static StillDashboard dashboard;

    private final WholeChain.Running chain;

    EmptyDashboardTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openPages(WholeChain.Running chain) {
        browsers = chain.browsers();
        dashboard = new StillDashboard(browsers);
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    @ParameterizedTest
    @CsvSource({
        "/, empty-front",
        "/counters/XA-0001, empty-counter",
        "/books, empty-books",
        "/cases, empty-cases",
        "/refused, empty-refused"
    })
    void drawsEveryPageWhenNothingHasHappened(String path, String name) {
        assertThat(dashboard.keep(chain.dashboardAddress() + path, name)).isEmpty();
    }
}
