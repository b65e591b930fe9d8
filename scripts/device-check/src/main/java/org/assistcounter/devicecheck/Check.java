package org.assistcounter.devicecheck;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;

/**
 * One device under check: its line runs until it is closed, its words go to the report, and its
 * latest events wait for whoever made it do something.
 */
final class Check<C, E> implements AutoCloseable {

    private static final int EVENTS_MAX = 1_000;

    private final String device;
    private final BlockingQueue<E> events = new LinkedBlockingQueue<>(EVENTS_MAX);
    private final LineRunner<C, E> runner;

    /** What a device says goes here, on the line's thread. */
    interface Ear {
        void hears(String device, Heard heard);
    }

    /** A device of the wiring, and how to read what it says. */
    record Wired<C, E>(
            String device, LineOpener opener, LineDriver<C, E> driver, Function<E, Heard> words) {}

    Check(Wired<C, E> wired, List<C> commands, Ear ear) {
        device = wired.device();
        runner =
                new LineRunner<>(
                        device,
                        wired.opener(),
                        wired.driver(),
                        event -> {
                            ear.hears(device, wired.words().apply(event));
                            keep(event);
                        },
                        bug -> ear.hears(device, Heard.bad("a bug in the driver: " + bug)),
                        Backoff.OF_DEVICES);
        runner.start();
        commands.forEach(runner::command);
    }

    String device() {
        return device;
    }

    void command(C command) {
        runner.command(command);
    }

    /** What it said since, oldest first. */
    BlockingQueue<E> events() {
        return events;
    }

    /** A device that talks without end pushes out what it said first. */
    private void keep(E event) {
        while (!events.offer(event)) {
            events.poll();
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
