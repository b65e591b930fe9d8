package org.assistcounter.fleet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules, and the few rules that hold for all of them. */
class WallsTest {

    private static final String BASE = "org.assistcounter.fleet";
    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);
    private static final DescribedPredicate<JavaAccess<?>> CLOCK_RANDOMNESS_OR_SLEEP =
            DescribedPredicate.describe(
                    "is a clock, randomness or a sleep",
                    access -> isForbidden(access.getTargetOwner().getName(), access.getName()));

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
    void onlyTheirOwnPackagesKnowTheWalletsLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".wallets.wechat..", BASE + ".wallets.alipay..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.wechat..", "com.alipay..", "okhttp3.."))
                .check(SERVER);
    }

    @Test
    void onlyTheirOwnPackageKnowsTheLibrariesOfProviders() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".operators.provider..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.springframework.security.oauth2..", "com.nimbusds.."))
                .check(SERVER);
    }

    @Test
    void onlyTheirOwnPackageKnowsTheLibraryOfPasskeys() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".operators.passkey..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.webauthn4j.."))
                .check(SERVER);
    }

    @Test
    void onlySpreadsheetsKnowTheirLibrariesAndTheyKnowNoOtherModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".spreadsheets..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.commons.csv..", "org.dhatim.."))
                .check(SERVER);
        noClasses()
                .that()
                .resideInAPackage(BASE + ".spreadsheets..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.assistcounter..")
                                .and(not(resideInAPackage(BASE + ".spreadsheets.."))))
                .check(SERVER);
    }

    @Test
    void clocksAndRandomnessAreGivenByTheSettings() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".settings.SettingsConfiguration")
                .should()
                .accessTargetWhere(CLOCK_RANDOMNESS_OR_SLEEP)
                .check(SERVER);
    }

    @Test
    void theFleetsZoneIsKnownInOnePlaceAndThatOfASiteInItsTable() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".settings.BusinessZone")
                .and()
                .resideOutsideOfPackage(BASE + ".sites.store")
                .should()
                .callMethod(ZoneId.class, "of", String.class)
                .check(SERVER);
    }

    @Test
    void thePackagesThatTheRulesSpeakOfAreNotEmpty() {
        for (String name :
                new String[] {
                    ".database",
                    ".operators.store",
                    ".operators.provider",
                    ".operators.passkey",
                    ".sites.store",
                    ".link.broker",
                    ".link.client",
                    ".reconciliation.store",
                    ".spreadsheets",
                    ".wallets.wechat",
                    ".wallets.alipay"
                }) {
            assertThat(SERVER.that(resideInAPackage(BASE + name))).as(name).isNotEmpty();
        }
    }

    /** By name, so that no overload and no method reference gets around it. */
    private static boolean isForbidden(String owner, String name) {
        return switch (owner) {
            case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.util.Date", "java.util.Random", "java.util.SplittableRandom" ->
                    name.equals(JavaConstructor.CONSTRUCTOR_NAME);
            case "java.security.SecureRandom" ->
                    name.equals(JavaConstructor.CONSTRUCTOR_NAME) || name.startsWith("getInstance");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }
}
