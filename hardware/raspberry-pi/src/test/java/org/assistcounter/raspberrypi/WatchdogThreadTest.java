package org.assistcounter.raspberrypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.devices.cabinet.WatchdogSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watchdog's thread and what it writes, on a plain file in place of the device. */
class WatchdogThreadTest {

    @TempDir private Path folder;
    private final BlockingQueue<Long> questions = new LinkedBlockingQueue<>();
    private final List<IOException> failures = new ArrayList<>();
    private Path device = Path.of("");

    @BeforeEach
    void plug() throws IOException {
        device = Files.createFile(folder.resolve("watchdog"));
    }

    @Test
    void feedsWhileTheCoreAnswersAndIsDisarmedWhenClosed() throws Exception {
        AtomicReference<WatchdogThread> asking = new AtomicReference<>();
        try (var watchdog =
                new WatchdogThread(
                        new WatchdogSettings(
                                device,
                                5,
                                10_000,
                                question -> {
                                    asking.get().answered(question);
                                    questions.add(question);
                                },
                                failures::add))) {
            asking.set(watchdog);
            watchdog.start();
            for (long question = 1; question <= 5; question++) {
                assertThat(questions.poll(5, TimeUnit.SECONDS)).isEqualTo(question);
            }
        }

        byte[] written = Files.readAllBytes(device);
        assertThat(written).hasSizeGreaterThan(4).endsWith((byte) 'V');
        assertThat(written[0]).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void feedsNoMoreWhenTheCoreDoesNotAnswer() throws Exception {
        try (var watchdog =
                new WatchdogThread(
                        new WatchdogSettings(device, 5, 50, questions::add, failures::add))) {
            watchdog.start();
            long starved = System.nanoTime() + 300_000_000L;
            while (System.nanoTime() < starved) {
                assertThat(questions.poll(5, TimeUnit.SECONDS)).isEqualTo(1L);
            }
            long fed = Files.size(device);
            for (int i = 0; i < 10; i++) {
                assertThat(questions.poll(5, TimeUnit.SECONDS)).isEqualTo(1L);
            }

            assertThat(Files.size(device)).isEqualTo(fed).isLessThan(15);
        }
    }

    @Test
    void saysThatThereIsNoWatchdog() throws Exception {
        BlockingQueue<IOException> told = new LinkedBlockingQueue<>();
        try (var watchdog =
                new WatchdogThread(
                        new WatchdogSettings(
                                folder.resolve("none"), 5, 50, questions::add, told::add))) {
            watchdog.start();

            assertThat(told.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void leavesTheWatchdogArmedWhenItIsOnlyClosed() throws IOException {
        try (WatchdogFile file = WatchdogFile.open(device)) {
            file.feed();
        }

        assertThat(Files.readAllBytes(device)).containsExactly(0);
    }
}
