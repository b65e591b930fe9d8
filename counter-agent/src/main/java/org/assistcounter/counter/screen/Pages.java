package org.assistcounter.counter.screen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a page, script, style or picture by its path. Nothing outside the two folders is found. */
final class Pages {
    private static final Pattern PLAIN_PATH =
            Pattern.compile("/([a-z0-9-]+/)?[a-z0-9-]+\\.(html|css|js|json|svg)");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml");
    private static final String PICTURES = "/pictures/";

    private final Path pictures;

    Pages(Path pictures) {
        this.pictures = pictures;
    }

    byte @Nullable [] find(String path) throws IOException {
        if (!PLAIN_PATH.matcher(path).matches()) {
            return null;
        }
        if (path.startsWith(PICTURES)) {
            Path file = pictures.resolve(path.substring(PICTURES.length()));
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        }
        try (InputStream in = Pages.class.getResourceAsStream("/screen" + path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    static String type(String path) {
        return TYPES.getOrDefault(
                path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
