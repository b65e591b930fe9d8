package org.assistcounter.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What lies beside the jar on a counter: no simulated money and no simulated motors. */
class ProductionJarTest {

    @Test
    void hasTheSimulatorsForTestsOnly() throws Exception {
        assertThat(ours())
                .containsOnly(
                        Map.entry("shared-protocol", "compile"),
                        Map.entry("devices", "compile"),
                        Map.entry("raspberry-pi", "runtime"),
                        Map.entry("simulators", "test"));
    }

    @Test
    void copiesTheRuntimeScopeAndNothingElse() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<includeScope>runtime</includeScope>")
                .containsOnlyOnce("<goal>copy-dependencies</goal>");
    }

    private static List<Map.Entry<String, String>> ours() throws Exception {
        NodeList dependencies =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile())
                        .getElementsByTagName("dependency");
        List<Map.Entry<String, String>> ours = new ArrayList<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (text(dependency, "groupId").equals("org.assistcounter")) {
                String scope = text(dependency, "scope");
                ours.add(
                        Map.entry(
                                text(dependency, "artifactId"),
                                scope.isEmpty() ? "compile" : scope));
            }
        }
        return ours;
    }

    private static String text(Element dependency, String name) {
        NodeList found = dependency.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
