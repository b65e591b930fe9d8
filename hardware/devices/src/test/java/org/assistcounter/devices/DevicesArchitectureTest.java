package org.assistcounter.devices;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocol packages are pure: time and bytes are arguments, so they run in virtual time. */
class DevicesArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.assistcounter.devices");

    static Stream<String> protocols() {
        return Stream.of(
                "mdb",
                "qibixx",
                "cash",
                "board",
                "cashless",
                "dispenser",
                "scanner",
                "cabinet",
                "locker",
                "modbus",
                "spiral",
                "climate");
    }

    static Stream<String> belowTheWiring() {
        return Stream.concat(protocols(), Stream.of("line"));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void usesNoClockThreadRandomOrFileInAProtocolPackage(String name) {
        String protocol = "org.assistcounter.devices." + name;

        assertThat(CLASSES.stream().filter(c -> c.getPackageName().equals(protocol))).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage(protocol)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.net..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.util.Random.class, java.util.UUID.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("belowTheWiring")
    void knowsNothingOfTheWiring(String name) {
        noClasses()
                .that()
                .resideInAPackage("org.assistcounter.devices." + name)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assistcounter.devices.wiring")
                .check(CLASSES);
    }
}
