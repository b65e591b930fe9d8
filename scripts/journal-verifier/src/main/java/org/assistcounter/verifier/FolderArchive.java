package org.assistcounter.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An export that was unpacked. */
record FolderArchive(Path root, SortedMap<String, Long> files, List<String> strangers)
        implements Archive {

    static FolderArchive at(Path root) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        List<String> strangers = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root).skip(1)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(name, Files.size(path));
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || isEmpty(path)) {
                    strangers.add(name);
                }
            }
        }
        return new FolderArchive(root, files, strangers);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new BufferedInputStream(Files.newInputStream(root.resolve(name)));
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
