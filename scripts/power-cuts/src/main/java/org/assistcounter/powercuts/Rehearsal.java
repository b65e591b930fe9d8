package org.assistcounter.powercuts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.powercuts.Images.Image;

/**
 * The whole of it: a counter's journal in several lives is recorded; with FULL also what follows a
 * power cut, from one of the images on. Then the images are judged.
 *
 * @param disk where the process writes
 * @param images where images are put, best in memory
 */
record Rehearsal(Path disk, Path images) {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** A place for images that needs no disk, where the machine has one. */
    static Optional<Path> inMemory(String name) {
        return Files.isWritable(MEMORY) ? Optional.of(MEMORY.resolve(name)) : Optional.empty();
    }

    /** What was found, and how many calls were recorded. */
    record Result(Tally tally, int calls) {}

    Result run(Plan plan, long seed, long count, Synchronous synchronous)
            throws IOException, InterruptedException {
        Recorder recorder = new Recorder(disk, seed, synchronous);
        Trace trace = recorder.record(Map.of(), 0, plan.lives());
        List<Trace> traces = new ArrayList<>(List.of(trace));
        if (synchronous == Synchronous.FULL && !plan.afterTheCut().isEmpty()) {
            Image torn = torn(trace, seed);
            traces.add(recorder.record(torn.files(), torn.acknowledged(), plan.afterTheCut()));
        }
        Images judge = new Images(images, new Expected(Workload.of(seed, plan.appends())));
        return judged(judge, traces, seed, count);
    }

    /** Most images are of the first trace, and none is left out for the rest. */
    private static Result judged(Images judge, List<Trace> traces, long seed, long count)
            throws InterruptedException {
        Tally tally = new Tally();
        int calls = 0;
        long left = count;
        for (Trace trace : traces.reversed()) {
            calls += trace.calls().size();
            boolean isFirst = calls == calls(traces);
            long share = isFirst ? left : left / 4;
            judge.judge(trace, seed, share, tally);
            left -= share;
        }
        return new Result(tally, calls);
    }

    private static int calls(List<Trace> traces) {
        return traces.stream().mapToInt(trace -> trace.calls().size()).sum();
    }

    /** What a cut in the last life left: the latest of some. */
    private static Image torn(Trace trace, long seed) {
        AtomicReference<Image> last = new AtomicReference<>(new Image(0, 0, 0, Map.of()));
        Images.draw(trace, seed, 200, last::set);
        return last.get();
    }
}
