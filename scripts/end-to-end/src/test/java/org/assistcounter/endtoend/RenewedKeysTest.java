package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.endtoend.OfflineVerifier.Answer;
import org.assistcounter.scripts.launcher.Patience;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A counter is given new keys on its card, and then its place is given to another card; its journal
 * goes on. Runs last: the shelf of a new card is to be counted before it sells.
 */
@Tag("slow")
@Order(Integer.MAX_VALUE)
@ExtendWith(WholeChain.class)
class RenewedKeysTest {
    private static final String COUNTER = "/counters/XA-0001";
    private static final Pattern TOKEN = Pattern.compile("--token ([A-Za-z0-9_-]+)");
    private static final Path DATA = Path.of("target/data/counter");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final WholeChain.Running chain;
    @TempDir Path folder = Path.of("");

    RenewedKeysTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @Test
    void goesOnWithNewKeysOnItsCardAndThenOnAnother() throws IOException, InterruptedException {
        chain.awaitSelling();
        chain.demonstration().crew().stop("agent");
        long written = records();
        technicianSays("renew", "Keys are changed each year");
        chain.demonstration().crew().start("agent");
        chain.awaitSelling();
        try (Shopper shopper = chain.shopper()) {
            assertThat(shopper.buyByCard(31, chain.bench()).end()).isEqualTo("taken");
        }
        chain.expectBooksToAgree();
        assertThat(exported("epoch ")).isEqualTo(1);
        assertThat(records()).isGreaterThan(written);

        chain.demonstration().crew().stop("agent");
        long before = records();
        putAnotherCardIn();
        technicianSays("enrol", "The card is broken");
        chain.demonstration().crew().start("agent");
        assertThat(Patience.until(SOON, () -> records() > before)).as("it goes on").isTrue();
        assertThat(exported("epoch ")).isEqualTo(2);
        chain.expectBooksToAgree();
        expectGood("/evidence/export", "evidence.tar");
    }

    /** As the page says that it is to be done. */
    private void technicianSays(String word, String why) throws IOException, InterruptedException {
        String page;
        try (DashboardVisitor visitor = new DashboardVisitor(chain)) {
            page = visitor.post(COUNTER, "/renew", "why", why);
        }
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a token").isTrue();
        Process agent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                delivered(),
                                "org.assistcounter.counter.agent.CounterAgent",
                                word,
                                "--data",
                                DATA.toAbsolutePath().toString(),
                                "--server",
                                chain.dashboardAddress(),
                                "--token",
                                token.group(1))
                        .inheritIO()
                        .start();
        assertThat(agent.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
    }

    private static String delivered() {
        Path target = Path.of(System.getProperty("assistcounter.root"), "counter-agent/target");
        return target.resolve("counter-agent-0.1.0-SNAPSHOT.jar") + ":" + target.resolve("lib/*");
    }

    /** Only what no card brings along is left: how the cabinet is wired. */
    private void putAnotherCardIn() throws IOException {
        for (String each : List.of("identity", "journal.sqlite")) {
            Files.move(DATA.resolve(each), folder.resolve(each));
        }
        for (String each : List.of("journal.sqlite-wal", "journal.sqlite-shm")) {
            Files.deleteIfExists(DATA.resolve(each));
        }
    }

    private long records() {
        try {
            return exported("record ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** How many lines of the journal begin so. */
    private long exported(String word) throws IOException, InterruptedException {
        Path file = expectGood(COUNTER + "/journal", "journal.txt");
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(word)).count();
    }

    private Path expectGood(String address, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        try (DashboardVisitor visitor = new DashboardVisitor(chain)) {
            Files.write(file, visitor.fetch(address));
        }
        Answer answer = OfflineVerifier.verify(file);
        assertThat(answer.exitCode()).as(answer.json().toString()).isZero();
        return file;
    }
}
