package org.assistcounter.raspberrypi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.ServiceLoader;
import org.assistcounter.devices.cabinet.CabinetHardware;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.junit.jupiter.api.Test;

/** The module's walls, and how it is found. */
class RaspberryPiTest {

    @Test
    void importsOnlyDevicesAndPi4J() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.pi4j..",
                        "org.assistcounter.devices..",
                        "org.assistcounter.raspberrypi..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.assistcounter.raspberrypi"));
    }

    @Test
    void isFoundWithoutBeingNamed() {
        assertThat(ServiceLoader.load(CabinetHardware.class).findFirst())
                .containsInstanceOf(RaspberryPi.class);
    }

    @Test
    void saysThatTheMachineHasNoPins() {
        var opener = new RaspberryPi().opener(CabinetPins.USUAL);

        assertThatThrownBy(opener::open).isInstanceOf(IOException.class);
    }
}
