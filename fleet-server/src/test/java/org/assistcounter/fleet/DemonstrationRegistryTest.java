package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.RecognitionFiles;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.demonstration.DemonstrationRegistry;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A demonstration that begins has a registry of a province, in a server of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationRegistryTest {
    private static final Page.Wish ALL = new Page.Wish("", "", "", 1, 5_000);
    private static final String EMPTY = "--assistcounter.demonstration-registry=false";

    private final ConfigurableApplicationContext server =
            new SpringApplication(FleetServer.class).run(settings());
    private final Registry registry = server.getBean(Registry.class);
    private final Operator visitor =
            server.getBean(People.class)
                    .find(Operator.DEMONSTRATION_LOGIN)
                    .blockOptional()
                    .orElseThrow();

    private static String[] settings() {
        return Stream.of(
                        RunningServer.settings(
                                RunningServer.newDataDirectory(),
                                RunningServer.freePort(),
                                RunningServer.freePort(),
                                RunningServer.freePort()))
                .filter(setting -> !setting.equals(EMPTY))
                .toArray(String[]::new);
    }

    @BeforeAll
    void isFilledByItself() {
        Eventually.holds(() -> !products().isEmpty());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void showsTheVisitorWhatWasFilledIn() {
        assertThat(products()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(registry.suppliers(visitor, ALL).blockOptional().orElseThrow().all())
                .isGreaterThan(100);
        assertThat(registry.counties(visitor).collectList().blockOptional().orElseThrow())
                .hasSize(56);
        for (Catalogue.Good good : server.getBean(Catalogue.class).goods()) {
            assertThat(product(good.product().code()).product().goods().isChilled())
                    .isEqualTo(good.product().packing().chilled());
        }
    }

    @Test
    void hasPricesStepsAndPapersOfEach() {
        RecognitionFiles files = server.getBean(RecognitionFiles.class);
        Registry.ProductFile file = product("zhashui-muer");

        assertThat(file.prices()).hasSize(1);
        assertThat(file.applications()).isNotEmpty();
        for (Application each : file.applications()) {
            var found = files.find(visitor, each.id()).blockOptional().orElseThrow();
            assertThat(found.steps()).hasSize(Math.toIntExact(each.version()));
            assertThat(found.papers()).hasSize(3);
            assertThat(found.missing()).isEmpty();
        }
    }

    @Test
    void letsTheVisitorDecideWhatWaitsAtTheProvince() {
        RecognitionFiles files = server.getBean(RecognitionFiles.class);
        List<Application> waiting =
                files.queue(visitor, ALL.choosing("mine"))
                        .blockOptional()
                        .orElseThrow()
                        .page()
                        .rows();

        assertThat(waiting).hasSize(8).allMatch(each -> each.stage() == Stage.PROVINCE);
        for (Application each : waiting) {
            assertThat(files.find(visitor, each.id()).blockOptional().orElseThrow().deeds())
                    .contains("pass", "return", "reject");
        }
        assertThat(count("appealed")).isEqualTo(1);
        assertThat(count("lifted")).isEqualTo(1);
        assertThat(count("on")).isEqualTo(2);
    }

    @Test
    void isFilledOnce() {
        int before = products().size();

        assertThat(server.getBean(DemonstrationRegistry.class).fill().blockOptional())
                .hasValue(false);
        assertThat(products()).hasSize(before);
    }

    private List<RegisteredProduct> products() {
        return registry.products(visitor, ALL).blockOptional().orElseThrow().rows();
    }

    private Registry.ProductFile product(String code) {
        return registry.product(visitor, code).blockOptional().orElseThrow();
    }

    private long count(String which) {
        return registry.exclusions(visitor, ALL.choosing(which))
                .blockOptional()
                .orElseThrow()
                .all();
    }
}
