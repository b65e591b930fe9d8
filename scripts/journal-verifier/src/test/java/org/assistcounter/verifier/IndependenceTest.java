package org.assistcounter.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A second implementation is worth something only while it shares nothing with the first. */
class IndependenceTest {

    @Test
    void needsOnlyTheJdkAndACryptographyLibrary() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.bouncycastle..",
                        "org.jspecify..",
                        "org.assistcounter.verifier")
                .check(new ClassFileImporter().importPath("target/classes"));
    }
}
