package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.sale.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watchdog found by its service and fed by a core's thread, on a plain file. */
@Timeout(30)
class CoreWatchdogTest {

    @TempDir private Path folder;
    private Path device = Path.of("");

    @BeforeEach
    void plug() throws IOException {
        device = Files.createFile(folder.resolve("watchdog"));
    }

    @Test
    void feedsWhileTheCoreAnswersAndIsDisarmedInTheEnd() throws Exception {
        CoreThread core = PlainCore.thread(() -> {});
        core.start();
        try (var _ = CoreWatchdog.start(device, core, 5, 2_000)) {
            while (Files.size(device) < 5) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        core.stop();

        assertThat(Files.readAllBytes(device)).hasSizeGreaterThan(5).endsWith((byte) 'V');
    }

    @Test
    void feedsNoMoreWhenTheCoreHangs() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        CoreThread core = PlainCore.thread(() -> PlainCore.await(ends));
        core.start();
        try (var _ = CoreWatchdog.start(device, core, 5, 200)) {
            core.offer(PlainCore.INPUT);
            TimeUnit.MILLISECONDS.sleep(600);
            long fed = Files.size(device);
            TimeUnit.MILLISECONDS.sleep(300);

            assertThat(Files.size(device)).isEqualTo(fed);
            ends.countDown();
        }
        core.stop();
    }

    static Moment now() {
        return new Moment(System.nanoTime() / 1_000_000, Goods.TODAY);
    }
}
