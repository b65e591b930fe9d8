package org.assistcounter.powercuts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Draws images of a trace and has each of them judged, as many at once as there are cores. */
final class Images {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Path place;
    private final Expected expected;

    Images(Path place, Expected expected) {
        this.place = place;
        this.expected = expected;
    }

    /**
     * One image.
     *
     * @param number drawn from this with the seed
     * @param cut how many calls of the trace had been made
     * @param acknowledged the newest record that must be there
     */
    record Image(long number, int cut, long acknowledged, Map<String, byte[]> files) {
        Image {
            files = Map.copyOf(files);
        }
    }

    private record Drawn(long number, int cut, SplittableRandom random) {}

    /** An image with what was found in it. */
    record Judged(Image image, Verdict verdict) {}

    /** Judges so many images of a trace. */
    void judge(Trace trace, long seed, long count, Tally tally) throws InterruptedException {
        ThreadLocal<ImageCheck> checks = ThreadLocal.withInitial(this::check);
        List<Future<?>> running = new ArrayList<>();
        // Images are large, so that only a few wait.
        Semaphore free = new Semaphore(2 * CORES);
        try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
            Consumer<Image> judge = image -> tally.add(checks.get().judge(image));
            draw(trace, seed, count, image -> running.add(threads.submit(one(image, judge, free))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an image could not be judged", e.getCause());
        }
    }

    private static Runnable one(Image image, Consumer<Image> judge, Semaphore free) {
        free.acquireUninterruptibly();
        return () -> {
            try {
                judge.accept(image);
            } finally {
                free.release();
            }
        };
    }

    private ImageCheck check() {
        return new ImageCheck(
                place.resolve("image-" + Thread.currentThread().threadId()), expected);
    }

    /** Hands over the images in the order of their cuts, so that the trace is gone through once. */
    static void draw(Trace trace, long seed, long count, Consumer<Image> each) {
        List<Drawn> drawn = new ArrayList<>();
        for (long number = 0; number < count; number++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
            drawn.add(new Drawn(number, random.nextInt(trace.calls().size() + 1), random));
        }
        drawn.sort(Comparator.comparingInt(Drawn::cut));
        Disk disk = new Disk(trace);
        int made = 0;
        for (Drawn one : drawn) {
            while (made < one.cut()) {
                disk.apply(trace.calls().get(made++));
            }
            Map<String, byte[]> files = ImageMaker.draw(disk, one.random());
            each.accept(new Image(one.number(), made, disk.acknowledged(), files));
        }
    }
}
