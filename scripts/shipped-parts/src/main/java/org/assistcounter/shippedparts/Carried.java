package org.assistcounter.shippedparts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What others made and no Maven file names: data, styles, scripts, fonts that lie in our sources.
 *
 * @param file where it lies, from the repository's folder on
 */
record Carried(String file, String name, String version, String licence) {

    /** Those of the list: file, name, version and licence, with at least two spaces between. */
    static List<Carried> read(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" {2,}"))
                .map(part -> new Carried(part[0], part[1], part[2], part[3]))
                .toList();
    }
}
