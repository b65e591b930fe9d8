package org.assistcounter.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the protocol says depends on its input alone. */
class WallsTest {

    private static final JavaClasses PROTOCOL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.assistcounter.protocol");
    private static final DescribedPredicate<JavaAccess<?>> CLOCK_RANDOMNESS_OR_SLEEP =
            DescribedPredicate.describe(
                    "is a clock, randomness or a sleep",
                    access -> isForbidden(access.getTargetOwner().getName(), access.getName()));

    @Test
    void readsNoClockDrawsNoRandomNumberAndNeverSleeps() {
        assertThat(PROTOCOL).isNotEmpty();
        noClasses().should().accessTargetWhere(CLOCK_RANDOMNESS_OR_SLEEP).check(PROTOCOL);
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
