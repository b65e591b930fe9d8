package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A demonstration that begins has a registry of a province, in a server of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationRegistryTest {
    private static final String FILLED = "--assistcounter.demonstration-registry=true";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern COUNT = Pattern.compile("<h2>([0-9,]+) ");

    private final ServerProcess server = new ServerProcess();
    private final CookieBrowser visitor = new CookieBrowser(server.origin());
    private @Nullable Process process;

    @BeforeAll
    void isFilledByItself() throws IOException {
        process = server.start(FILLED);
        Eventually.holds(PATIENCE, () -> count("/lots") > 0);
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(process).destroyForcibly();
    }

    @Test
    void showsTheVisitorAProvince() {
        assertThat(count("/products")).isGreaterThanOrEqualTo(500);
        assertThat(count("/suppliers")).isGreaterThan(100);
        assertThat(count("/lots")).isGreaterThanOrEqualTo(5_000);
        assertThat(count("/inspections")).isGreaterThan(1_000);
        assertThat(page("/products/zhashui-muer")).contains("柞水县", "已认定");
        assertThat(page("/directory?within=611026")).contains("zhashui-muer");
    }

    @Test
    void letsTheVisitorDecideWhatWaitsAtTheProvince() {
        assertThat(count("/recognition?which=province")).isEqualTo(8);
        Matcher first =
                Pattern.compile("data-application=\"([0-9]+)\"")
                        .matcher(page("/recognition?which=province"));
        assertThat(first.find()).isTrue();
        assertThat(page("/recognition/" + first.group(1)))
                .contains("value=\"pass\"", "value=\"return\"", "value=\"reject\"");
        assertThat(count("/blacklist?which=appealed")).isEqualTo(1);
        assertThat(count("/blacklist?which=lifted")).isEqualTo(1);
    }

    @Test
    void isFilledOnce() throws IOException {
        long before = count("/suppliers");

        Process old = Objects.requireNonNull(process);
        old.destroy();
        old.onExit().join();
        process = server.start(FILLED);

        assertThat(count("/suppliers")).isEqualTo(before);
        assertThat(count("/recognition?which=province")).isEqualTo(8);
    }

    private long count(String address) {
        Matcher found = COUNT.matcher(page(address));
        return found.find() ? Long.parseLong(found.group(1).replace(",", "")) : 0;
    }

    private String page(String address) {
        return visitor.get(address).text();
    }
}
