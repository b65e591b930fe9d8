package org.assistcounter.powercuts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assistcounter.powercuts.Images.Judged;
import org.assistcounter.powercuts.Rehearsal.Result;
import org.assistcounter.powercuts.Verdict.Kind;
import org.jspecify.annotations.Nullable;

/** The command {@code scripts/crash-images}. */
public final class CrashImages {
    private CrashImages() {}

    /**
     * Exits with 0 when FULL lost nothing, or when a weaker setting was caught; with 1 when not,
     * and with 2 when it was called wrongly.
     */
    public static void main(String[] arguments) {
        Path module = Path.of(System.getProperty("assistcounter.root", "."), "scripts/power-cuts");
        System.exit(run(List.of(arguments), module.resolve("target"), System.out, System.err));
    }

    static int run(List<String> arguments, Path target, PrintStream out, PrintStream err) {
        try {
            return run(Options.parse(arguments, target.resolve("data")), target, out);
        } catch (IllegalArgumentException e) {
            err.println("crash-images: " + e.getMessage());
            return 2;
        } catch (Exception e) {
            System.getLogger(CrashImages.class.getName())
                    .log(System.Logger.Level.ERROR, "the images could not be judged", e);
            err.println("crash-images: " + e.getMessage());
            return 1;
        }
    }

    private static int run(Options options, Path target, PrintStream out) throws Exception {
        String missing = Recorder.missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing);
        }
        long start = System.nanoTime();
        Path disk = Files.createDirectories(options.data()).resolve("journal-" + start);
        Path images = Rehearsal.inMemory("journal-" + start).orElse(disk.resolve("images"));
        Result result;
        try {
            Files.createDirectories(disk);
            result =
                    new Rehearsal(disk, images)
                            .run(
                                    Plan.WHOLE,
                                    options.seed(),
                                    options.images(),
                                    options.synchronous());
        } finally {
            remove(disk);
            remove(images);
        }
        report(options, result, (System.nanoTime() - start) / 1e9, out);
        Optional<Judged> notSound = result.tally().notSound();
        if (notSound.isPresent()) {
            keep(target.resolve("failed-image"), notSound.get(), out);
        }
        boolean isSound = notSound.isEmpty();
        return isSound == (options.synchronous() == Synchronous.FULL) ? 0 : 1;
    }

    private static void report(Options options, Result result, double seconds, PrintStream out) {
        Tally tally = result.tally();
        out.printf(
                "synchronous=%s: %d images of %d calls in %.0f s: %d sound, %d lost acknowledged"
                        + " records, %d wrong, %d refused%n",
                options.synchronous(),
                options.images(),
                result.calls(),
                seconds,
                tally.of(Kind.SOUND),
                tally.of(Kind.LOST),
                tally.of(Kind.WRONG),
                tally.of(Kind.REFUSED));
        if (options.isJson()) {
            StringBuilder kinds = new StringBuilder();
            for (Kind kind : Kind.values()) {
                kinds.append(",\"%s\":%d".formatted(word(kind), tally.of(kind)));
            }
            out.printf(
                    "{\"synchronous\":\"%s\",\"seed\":%d,\"images\":%d,\"calls\":%d%s}%n",
                    options.synchronous(), options.seed(), options.images(), result.calls(), kinds);
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void keep(Path folder, Judged judged, PrintStream out) throws IOException {
        ImageCheck.put(folder, judged.image().files());
        String what =
                "image %d, cut after call %d: %s: %s"
                        .formatted(
                                judged.image().number(),
                                judged.image().cut(),
                                word(judged.verdict().kind()),
                                judged.verdict().what());
        out.println("for example " + what + "; its files are in " + folder);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
