package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet away, and the counter's power cut at every moment of a sale. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class OutageTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final WholeChain.Running chain;

    OutageTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeEach
    void sells() {
        chain.awaitSelling();
    }

    @AfterEach
    void booksAgree() {
        chain.awaitSelling();
        chain.expectBooksToAgree();
    }

    @Test
    void sellsByCardWhileTheServerIsAwayAndReportsOnce() {
        long soldBefore = chain.fleet().ledger().piecesInAll("sold");
        chain.demonstration().crew().stop("server");
        try (Shopper shopper = chain.shopper()) {
            for (int slot : new int[] {31, 32, 31}) {
                assertThat(shopper.buyByCard(slot, chain.bench()).end()).isEqualTo("taken");
            }
        } finally {
            chain.demonstration().crew().start("server");
        }

        chain.expectBooksToAgree();
        assertThat(chain.fleet().ledger().piecesInAll("sold")).isEqualTo(soldBefore + 3);
    }

    @Test
    void sellsByCardWhileTheBrokerIsAwayAndReportsOnce() {
        long soldBefore = chain.fleet().ledger().piecesInAll("sold");
        chain.fleet().order("broker", "stop");
        try (Shopper shopper = chain.shopper()) {
            assertThat(shopper.buyByCard(34, chain.bench()).end()).isEqualTo("taken");
        } finally {
            chain.fleet().order("broker", "start");
        }

        chain.expectBooksToAgree();
        assertThat(chain.fleet().ledger().piecesInAll("sold")).isEqualTo(soldBefore + 1);
    }

    @Test
    void leavesNothingPaidWhenThePowerFailsBeforeTheCard() {
        long before = chain.cardFen();
        try (Shopper shopper = chain.shopper()) {
            shopper.chooseCard(41);

            chain.demonstration().crew().kill("agent");
        }

        chain.awaitSelling();
        assertThat(chain.cardFen()).isEqualTo(before);
    }

    @Test
    void settlesWhatTheReaderApprovedWhileThePowerFailed() {
        chain.bench().command("decide-after&millis=1500");
        try (Shopper shopper = chain.shopper()) {
            shopper.chooseCard(42);
            chain.bench().tapCard();
            awaitPhase(shopper, "authorising");

            chain.demonstration().crew().kill("agent");
        } finally {
            chain.bench().command("decide-after&millis=0");
        }
    }

    /**
     * From the command to the drop and shortly after it. Each has a slot of its own: one whose
     * delivery cannot be proven is switched off.
     */
    @ParameterizedTest
    @CsvSource({"0, 51", "150, 52", "400, 53", "900, 54", "1800, 33"})
    void settlesASaleWhoseMotorTurnedWhenThePowerFailed(int millis, int slot)
            throws InterruptedException {
        long piecesBefore = chain.pieces();
        try (Shopper shopper = chain.shopper()) {
            shopper.chooseCard(slot);
            chain.bench().tapCard();
            shopper.awaitKind("dispensing");
            Thread.sleep(millis);

            chain.demonstration().crew().kill("agent");
        }

        chain.awaitSelling();
        assertThat(chain.pieces() - piecesBefore).as("never dispensed twice").isBetween(0L, 1L);
    }

    @Test
    void keepsASaleThatWasFinishedWhenThePowerFailed() {
        long soldBefore = chain.fleet().ledger().piecesInAll("sold");
        try (Shopper shopper = chain.shopper()) {
            shopper.buyByCard(61, chain.bench());

            chain.demonstration().crew().kill("agent");
        }

        chain.awaitSelling();
        chain.expectBooksToAgree();
        assertThat(chain.fleet().ledger().piecesInAll("sold")).isEqualTo(soldBefore + 1);
    }

    @Test
    void settlesACancelledCardWhoseReaderWasStillAskedWhenThePowerFailed() {
        chain.bench().command("decide-after&millis=2500");
        try (Shopper shopper = chain.shopper()) {
            shopper.chooseCard(44);
            chain.bench().tapCard();
            awaitPhase(shopper, "authorising");
            shopper.intend("cancel", Map.of());
            awaitPhase(shopper, "cancelling");

            chain.demonstration().crew().kill("agent");
        } finally {
            chain.bench().command("decide-after&millis=0");
        }
    }

    @Test
    void settlesARefundThatTheReaderWasMakingWhenThePowerFailed() {
        long before = chain.cardFen();
        chain.bench().command("jam&selection=43");
        chain.bench().command("slow-refund&millis=2500");
        try (Shopper shopper = chain.shopper()) {
            shopper.chooseCard(43);
            chain.bench().tapCard();
            shopper.await(
                    "money on its way back",
                    SOON,
                    view -> view.path("money").asString("").equals("returning"));

            chain.demonstration().crew().kill("agent");
        } finally {
            chain.bench().command("slow-refund&millis=0");
            chain.bench().command("clear-jam&selection=43");
        }

        chain.awaitSelling();
        assertThat(chain.cardFen()).as("given back once").isEqualTo(before);
    }

    /** The question is out and unanswered: the server is away, the broker with it. */
    @Test
    void settlesAWalletOrderThatNobodyHadAnsweredWhenThePowerFailed() {
        try (Shopper shopper = chain.shopper()) {
            shopper.choose(72);
            signalServer("STOP");
            shopper.intend("pay", Map.of("way", "wechat"));
            awaitPhase(shopper, "ordering");

            chain.demonstration().crew().kill("agent");
        } finally {
            signalServer("CONT");
        }
    }

    private static void signalServer(String signal) {
        try {
            String pid = Files.readString(Path.of("target/data/logs/server.pid")).strip();
            int code = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            assertThat(code).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitPhase(Shopper shopper, String phase) {
        shopper.await(phase, SOON, view -> view.path("phase").asString("").equals(phase));
    }

    @Test
    void settlesAWalletSaleWhoseCounterLostPowerAfterThePayment() {
        try (Shopper shopper = chain.shopper()) {
            String code = shopper.chooseWallet(62).path("qr").asString();
            chain.demonstration().crew().kill("agent");
            chain.fleet().payAtWallet(code);
        }

        chain.awaitSelling();
    }
}
