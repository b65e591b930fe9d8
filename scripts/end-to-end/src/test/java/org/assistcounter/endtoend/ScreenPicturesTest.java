package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks through every state of the shopper's screen and keeps pictures for people to look at. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class ScreenPicturesTest {
    private static final int PICTURES_OF_A_STATE = 4;
    private static Browsers browsers;

    private final WholeChain.Running chain;

    ScreenPicturesTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openBrowser() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowser() {
        browsers.close();
    }

    @Test
    void showsASaleByCard() {
        chain.bench().command("decide-after&millis=4000");
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.await("browse");
            screen.picture("browse");
            screen.touch("slot-22").await("product");
            screen.picture("product");
            screen.touch("buy").await("pay");
            screen.picture("pay");
            screen.touch("way-card").await("card", "phase", "tap");
            screen.picture("card-tap");
            chain.bench().command("late-status&millis=6000");
            chain.bench().tapCard();
            screen.await("card", "phase", "authorising");
            screen.picture("card-authorising");
            screen.await("dispensing");
            screen.picture("dispensing");
            screen.await("taken");
            screen.picture("taken");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("decide-after&millis=0");
            chain.bench().command("late-status&millis=0");
        }
        expectPictures("browse", "product", "pay", "card-tap", "card-authorising", "dispensing");
    }

    @Test
    void showsASaleByCodeThatIsGivenUp() {
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.choose(23);
            screen.touch("way-wallet").await("wallet", "phase", "scan");
            screen.picture("wallet-scan");
            screen.touch("cancel").await("unpaid");
            screen.picture("unpaid-cancelled");
        }
        expectPictures("wallet-scan", "unpaid-cancelled");
    }

    @Test
    void showsADeclinedCard() {
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.choose(24);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().command("deny");
            chain.bench().tapCard();
            screen.await("unpaid");
            screen.picture("unpaid-declined");
        }
        expectPictures("unpaid-declined");
    }

    @Test
    void showsMoneyThatComesBack() {
        chain.bench().command("jam&selection=43");
        chain.bench().command("slow-refund&millis=4000");
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.choose(43);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("refund", "money", "returning");
            screen.picture("refund-returning");
            screen.await("refund", "money", "returned");
            screen.picture("refund-returned");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=43");
            chain.bench().command("slow-refund&millis=0");
        }
        expectPictures("refund-returning", "refund-returned");
    }

    @Test
    void showsACounterWhoseBoardIsAway() {
        chain.demonstration().crew().stop("bench");
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.await("closed");
            screen.picture("closed-board");
        } finally {
            chain.demonstration().crew().start("bench");
        }
        chain.awaitSelling();
        expectPictures("closed-board");
    }

    @Test
    void showsACounterWithoutTheFleet() {
        chain.fleet().order("broker", "stop");
        try (Screen screen = Screen.open(browsers, chain.screenAddress())) {
            screen.await(view -> !view.path("online").asBoolean(true));
            screen.await("browse");
            screen.picture("browse-offline");
            screen.choose(44);
            screen.picture("pay-offline");
            screen.touch("cancel").await("browse");
        } finally {
            chain.fleet().order("broker", "start");
        }
        expectPictures("browse-offline", "pay-offline");
    }

    private static void expectPictures(String... states) {
        for (String state : states) {
            File[] pictures =
                    Path.of("target/screens")
                            .toFile()
                            .listFiles((_, name) -> name.matches(state + "-\\d+x\\d+-..\\.png"));
            assertThat(pictures).as(state).hasSize(PICTURES_OF_A_STATE);
        }
    }
}
