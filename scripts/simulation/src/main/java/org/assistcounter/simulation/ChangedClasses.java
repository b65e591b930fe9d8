package org.assistcounter.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a shipped source with a bug planted in it, against the shipped classes, in memory. */
final class ChangedClasses {
    private static final String SOURCES = "src/main/java/";
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-implicit:none", "-Xlint:none");

    private ChangedClasses() {}

    /** The changed classes by their names. */
    static Map<String, byte[]> with(PlantedBug bug, Path root) {
        String text;
        try {
            text = Files.readString(root.resolve(bug.source()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "planted bug %s: %s cannot be read".formatted(bug.name(), bug.source()), e);
        }
        return compile(bug, bug.plantedIn(text));
    }

    private static Map<String, byte[]> compile(PlantedBug bug, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("planting bugs needs a JDK, not only its runtime");
        }
        StringWriter complaints = new StringWriter();
        try (InMemory files = new InMemory(compiler.getStandardFileManager(null, null, null))) {
            boolean compiles =
                    compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    OPTIONS,
                                    null,
                                    List.of(new Source(path(bug), text)))
                            .call();
            if (!compiles) {
                throw new IllegalStateException(
                        "planted bug %s does not compile: %s".formatted(bug.name(), complaints));
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(PlantedBug bug) {
        String source = bug.source();
        return source.substring(source.indexOf(SOURCES) + SOURCES.length());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
