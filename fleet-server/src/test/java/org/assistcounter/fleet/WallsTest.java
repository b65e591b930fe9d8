package org.assistcounter.fleet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules, and the few rules that hold for all of them. */
class WallsTest {

    private static final String BASE = "org.assistcounter.fleet";
    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    @Test
    void modulesSeeOnlyEachOthersRootsAndNeverInACircle() {
        ApplicationModules.of(FleetServer.class).verify();
    }

    @Test
    void onlyStoresAndTheDatabaseItselfTouchADatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "..store..", BASE + ".database..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.springframework.r2dbc..",
                                "io.r2dbc..",
                                "org.flywaydb..",
                                "java.sql.."))
                .check(SERVER);
    }

    @Test
    void nobodyImportsDashboards() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".dashboards..")
                .should()
                .dependOnClassesThat(resideInAPackage(BASE + ".dashboards.."))
                .check(SERVER);
    }

    @Test
    void onlyTheLinkKnowsMqttLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".link.broker..", BASE + ".link.client..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.hivemq.."))
                .check(SERVER);
    }

    @Test
    void clocksAndRandomnessAreGivenByTheSettings() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".settings.SettingsConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .check(SERVER);
    }

    @Test
    void thePackagesThatTheRulesSpeakOfAreNotEmpty() {
        for (String name :
                new String[] {".database", ".operators.store", ".link.broker", ".link.client"}) {
            assertThat(SERVER.that(resideInAPackage(BASE + name))).as(name).isNotEmpty();
        }
    }
}
