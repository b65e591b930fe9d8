package org.assistcounter.oracles;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.junit.jupiter.api.Test;

/** The oracles know what anybody may know who has JOURNAL.md and eyes. */
class OraclesArchitectureTest {
    private static final String JOURNAL = "org.assistcounter.protocol.journal";

    /** Of the journal's package: what judges or makes records is the product's own opinion. */
    private static final Set<String> OPINIONS =
            Set.of(JOURNAL + ".ChainCheck", JOURNAL + ".ChainHead", JOURNAL + ".Verdict");

    /** What a record's decoding hands out from elsewhere. */
    private static final Set<String> VALUES =
            Set.of(
                    SaleId.class.getName(),
                    SignedState.class.getName(),
                    CounterId.class.getName(),
                    MalformedCborException.class.getName());

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.assistcounter.oracles");

    @Test
    void importsOnlyJournalDecodingAndItself() {
        assertThat(CLASSES).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat(
                        describe(
                                "are decoding, or nobody's of ours",
                                OraclesArchitectureTest::allowed))
                .check(CLASSES);
    }

    @Test
    void readsNoClockFileOrRandom() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        describe(
                                "need no world but ours",
                                c ->
                                        !c.getPackageName().startsWith("java.io")
                                                && !c.getPackageName().startsWith("java.nio")
                                                && !c.getPackageName().startsWith("java.time")
                                                && !c.getPackageName().startsWith("java.net")
                                                && !c.getName().equals("java.util.Random")))
                .check(CLASSES);
    }

    private static boolean allowed(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        String owner = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        String folder = type.getBaseComponentType().getPackageName();
        return folder.isEmpty()
                || folder.startsWith("java.")
                || folder.startsWith("org.jspecify.")
                || folder.equals("org.assistcounter.oracles")
                || (folder.equals(JOURNAL) && !OPINIONS.contains(owner))
                || VALUES.contains(owner);
    }
}
