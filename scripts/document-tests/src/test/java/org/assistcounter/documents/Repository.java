package org.assistcounter.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a source tree, without what builds and runs leave in it.
 *
 * @param paths of files and folders below the root, with forward slashes
 */
record Repository(Path root, Set<String> paths) {

    /** The tree that these tests are in. */
    static Repository ours() {
        return at(Path.of(System.getProperty("assistcounter.root", "../..")));
    }

    static Repository at(Path root) {
        Set<String> paths = new TreeSet<>();
        try {
            Files.walkFileTree(root, new Collector(root, paths));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Repository(root, paths);
    }

    List<Document> documents() {
        return paths.stream()
                .filter(path -> path.endsWith(".md"))
                .map(path -> Document.of(path, read(path)))
                .toList();
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isCommand(String path) {
        return paths.contains(path)
                && !path.substring(path.lastIndexOf('/') + 1).contains(".")
                && Files.isRegularFile(root.resolve(path))
                && Files.isExecutable(root.resolve(path));
    }

    /** The commands for people, in order. */
    List<String> commands() {
        return paths.stream()
                .filter(path -> path.matches("scripts/[^/]+"))
                .filter(this::isCommand)
                .toList();
    }

    /** The folder of the Maven module that a file belongs to; empty for the whole. */
    String module(String path) {
        String folder = folder(path);
        while (!folder.isEmpty() && !paths.contains(folder + "/pom.xml")) {
            folder = folder(folder);
        }
        return folder;
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** What a path means that is written in a file of this folder. */
    static String resolve(String folder, String path) {
        return Path.of(folder, path).normalize().toString().replace('\\', '/');
    }

    boolean exists(String path) {
        if (!path.contains("*")) {
            return path.isEmpty() || paths.contains(path);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
        return paths.stream().map(Path::of).anyMatch(matcher::matches);
    }

    /** Skips targets, dot-folders but .ci, and the data of a demonstration. */
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<String> paths;

        Collector(Path root, Set<String> paths) {
            this.root = root;
            this.paths = paths;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = below(folder);
            String name = String.valueOf(folder.getFileName());
            boolean isOurs = path.isEmpty() || path.equals(".ci");
            if (!isOurs && (name.startsWith(".") || name.equals("target") || path.equals("data"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            paths.add(path);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(below(file));
            return FileVisitResult.CONTINUE;
        }

        private String below(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }
    }
}
