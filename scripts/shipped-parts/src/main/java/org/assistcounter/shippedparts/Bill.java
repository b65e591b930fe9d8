package org.assistcounter.shippedparts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bill of materials as CycloneDX 1.6 writes it in JSON. */
final class Bill {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OURS = "org.assistcounter";
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    private final Part.Product product;
    private final ObjectNode root;

    Bill(Part.Product product, String json) {
        this.product = product;
        this.root = (ObjectNode) JSON.readTree(json);
    }

    /** The one that the build has written below a folder. */
    static Bill read(Path repository, Part.Product product) throws IOException {
        return new Bill(product, Files.readString(repository.resolve(product.bill())));
    }

    /** What others made. */
    List<Part> parts() {
        return components()
                .valueStream()
                .filter(each -> !text(each, "group").equals(OURS))
                .map(this::part)
                .sorted(Part.ORDER)
                .toList();
    }

    /** Adds what no Maven file names. */
    void add(List<Carried> carried) {
        for (Carried each : carried) {
            ObjectNode component = components().addObject();
            component.put("type", "data").put("name", each.name()).put("version", each.version());
            component
                    .putArray("licenses")
                    .addObject()
                    .putObject("license")
                    .put("id", each.licence());
            component
                    .putArray("properties")
                    .addObject()
                    .put("name", "assistcounter:file")
                    .put("value", each.file());
        }
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ArrayNode components() {
        return root.withArray("components");
    }

    private Part part(JsonNode component) {
        String artifact = text(component, "group") + ":" + text(component, "name");
        var classifier = CLASSIFIER.matcher(text(component, "purl"));
        return new Part(
                product,
                classifier.find() ? artifact + ":" + classifier.group(1) : artifact,
                text(component, "version"),
                licence(component));
    }

    private static String licence(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(each ->
                        each.has("expression")
                                ? text(each, "expression")
                                : text(each.path("license"), "id")
                                        + text(each.path("license"), "name"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" or "));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
