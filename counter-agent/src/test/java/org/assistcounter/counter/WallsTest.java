package org.assistcounter.counter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. Each rule fails, too, when the package it speaks of is empty. */
class WallsTest {
    private static final String ROOT = "org.assistcounter.counter.";
    private static final List<String> PACKAGES =
            List.of(
                    "agent",
                    "climate",
                    "desired",
                    "devices",
                    "dispense",
                    "journal",
                    "journal.store",
                    "link",
                    "loop",
                    "outbox",
                    "payment",
                    "sale",
                    "screen",
                    "service",
                    "shelf");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.assistcounter.counter");

    static List<String> allButAgent() {
        return PACKAGES.stream().filter(name -> !name.equals("agent")).toList();
    }

    @Test
    void knowsEveryPackage() {
        TreeSet<String> found = new TreeSet<>();
        CLASSES.forEach(each -> found.add(each.getPackageName().substring(ROOT.length())));

        assertThat(found).containsExactlyElementsOf(new TreeSet<>(PACKAGES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sale",
                "payment",
                "dispense",
                "desired",
                "shelf",
                "climate",
                "service",
                "outbox"
            })
    void hasNoThreadFileOrSocketInACore(String name) {
        in(name).should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "java.util.random..",
                        "io.netty..",
                        "tools.jackson..",
                        "org.sqlite..",
                        "org.eclipse.paho..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("allButAgent")
    void readsAClockOrDrawsARandomNumberOnlyInAgent(String name) {
        ClassesShouldConjunction rule =
                in(name).should()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(Date.class)
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(
                                Clock.class,
                                Random.class,
                                SplittableRandom.class,
                                ThreadLocalRandom.class,
                                SecureRandom.class,
                                UUID.class);
        for (Class<?> date :
                List.of(
                        Instant.class,
                        LocalDate.class,
                        LocalTime.class,
                        LocalDateTime.class,
                        OffsetDateTime.class,
                        ZonedDateTime.class,
                        Year.class,
                        YearMonth.class)) {
            rule = rule.orShould().callMethod(date, "now");
        }
        rule.check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("allButAgent")
    void letsNobodySeeAgent(String name) {
        in(name).should().dependOnClassesThat().resideInAPackage(ROOT + "agent").check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("allButAgent")
    void touchesADatabaseOnlyInTheStore(String name) {
        if (!name.equals("journal.store")) {
            in(name).should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                    .check(CLASSES);
        }
    }

    @Test
    void touchesADatabaseInTheStore() {
        assertThat(
                        CLASSES.stream()
                                .filter(each ->
                                        each.getPackageName().equals(ROOT + "journal.store"))
                                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                                .map(each -> each.getTargetClass().getPackageName()))
                .contains("java.sql");
    }

    @Test
    void keepsTheScreenFromLinkDevicesAndJournal() {
        mayNotSee("screen", "link", "devices", "journal", "outbox", "loop");
    }

    @Test
    void keepsTheCoresFromTheirEdges() {
        for (String core : List.of("sale", "payment", "dispense", "shelf", "service", "outbox")) {
            mayNotSee(core, "screen", "link", "devices", "journal", "loop");
        }
        mayNotSee("payment", "sale", "dispense", "shelf", "outbox");
        mayNotSee("dispense", "sale", "payment", "shelf", "outbox");
        mayNotSee("shelf", "sale", "payment", "dispense", "outbox");
        mayNotSee("outbox", "sale", "payment", "dispense", "shelf");
        mayNotSee("service", "sale", "payment", "dispense", "shelf", "climate", "outbox");
        mayNotSee("sale", "outbox");
        mayNotSee(
                "desired",
                PACKAGES.stream().filter(each -> !each.equals("desired")).toArray(String[]::new));
    }

    @Test
    void keepsTheEdgesFromEachOther() {
        mayNotSee("devices", "screen", "link", "journal", "loop", "outbox", "shelf");
        mayNotSee("link", "screen", "devices", "loop", "sale", "payment", "dispense", "shelf");
        mayNotSee("loop", "screen", "link", "devices", "outbox", "journal.store");
        mayNotSee("journal", "screen", "link", "devices", "loop", "outbox", "journal.store");
    }

    @ParameterizedTest
    @MethodSource("everyPackage")
    void knowsNeitherSimulatorsNorFleet(String name) {
        in(name).should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assistcounter.simulators..", "org.assistcounter.fleet..")
                .check(CLASSES);
    }

    static List<String> everyPackage() {
        return PACKAGES;
    }

    private static void mayNotSee(String name, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            assertThat(PACKAGES).contains(others[i]);
            packages[i] = ROOT + others[i];
        }
        in(name).should().dependOnClassesThat().resideInAnyPackage(packages).check(CLASSES);
    }

    private static GivenClassesConjunction in(String name) {
        String full = ROOT + name;
        assertThat(
                        CLASSES.stream()
                                .filter(each -> each.getPackageName().equals(full))
                                .filter(each -> !each.getSimpleName().equals("package-info")))
                .as("classes in %s", full)
                .isNotEmpty();
        return noClasses().that().resideInAPackage(full);
    }
}
