package org.assistcounter.walletgateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Drawing eight RSA keys takes seconds; all tests may have the same. */
final class DrawnKeys {
    private static final Map<String, String> DRAWN = new HashMap<>();

    private DrawnKeys() {}

    static synchronized void copy(Path keys) throws Exception {
        if (DRAWN.isEmpty()) {
            draw();
        }
        Files.createDirectories(keys);
        for (Map.Entry<String, String> file : DRAWN.entrySet()) {
            Files.writeString(keys.resolve(file.getKey()), file.getValue());
        }
    }

    private static void draw() throws Exception {
        Path once = Files.createTempDirectory("keys");
        Keys.open(once);
        try (Stream<Path> files = Files.list(once)) {
            for (Path file : files.toList()) {
                keep(file);
            }
        }
        Files.delete(once);
    }

    private static void keep(Path file) throws IOException {
        DRAWN.put(String.valueOf(file.getFileName()), Files.readString(file));
        Files.delete(file);
    }
}
