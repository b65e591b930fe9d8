package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a picture of every state of the shopper's screen, on both panels and in both languages, for
 * people to look at, and looks itself for what is drawn badly. Runs last, so that the other tests
 * have brought most states about.
 */
@Tag("slow")
@Order(Integer.MAX_VALUE)
@ExtendWith(WholeChain.class)
class ScreenPicturesTest {
    private static Browsers browsers;
    private static ScreenWalks walks;
    private static List<StillScreen> stills;

    private final Album album;

    ScreenPicturesTest(WholeChain.Running chain) {
        this.album = chain.album();
    }

    @BeforeAll
    static void openScreens(WholeChain.Running chain) {
        browsers = chain.browsers();
        walks = new ScreenWalks(browsers, chain);
        walks.bringAbout("browse");
        stills = StillScreen.all(browsers, chain.screenAddress());
        // The cabinet is drawn with the shape of the shelf seen last.
        stills.forEach(still -> still.show(chain.album().view("browse")));
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    static List<String> states() {
        return Album.states();
    }

    @ParameterizedTest
    @MethodSource("states")
    void drawsEveryState(String state) {
        walks.bringAbout(state);

        expectGoodPictures(state, still -> still.show(album.view(state)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "browse",
                "product",
                "pay",
                "wallet-scan",
                "taken",
                "refund-case",
                "keypad-enter",
                "service-troubled"
            })
    void drawsForSeatedShoppersInHighContrast(String state) {
        walks.bringAbout(state);

        expectGoodPictures(
                state + "-lowered",
                still -> still.show(album.view(state)).lowerOrRaise(),
                StillScreen::lowerOrRaise);
    }

    /** What cannot be bought comes last on the shelf, so only their kind is looked at. */
    @Test
    void drawsGoodsThatAreTooWarm() {
        walks.bringAbout("browse-warm");

        expectGoodPictures(
                "browse-warm",
                still -> still.show(album.view("browse-warm")).choose("preserved"),
                still -> still.choose("null"));
    }

    /** Before anything is bought, and with a code when something went wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"product", "refund-case", "wallet-scan"})
    void helpsOverAnyPage(String state) {
        walks.bringAbout(state);

        expectGoodPictures(
                "help-" + state,
                still -> still.show(album.view(state)).help(),
                StillScreen::helped);
    }

    @Test
    void helpsSeatedShoppers() {
        expectGoodPictures(
                "help-lowered",
                still -> {
                    still.show(album.view("browse")).lowerOrRaise();
                    still.help();
                },
                still -> {
                    still.helped();
                    still.lowerOrRaise();
                });
    }

    @Test
    void saysThatEverythingIsSold() {
        ObjectNode view = (ObjectNode) album.view("browse").deepCopy();
        view.path("goods")
                .forEach(
                        good -> ((ObjectNode) good).put("available", false).put("why", "sold-out"));

        expectGoodPictures("browse-sold-out", still -> still.show(view));
    }

    @Test
    void tellsStoriesWhenNobodyIsThere() {
        expectGoodPictures(
                "attract", still -> still.show(album.view("browse")).idle(), StillScreen::wake);
    }

    @Test
    void saysThatTheCounterIsAway() {
        expectGoodPictures(
                "away", still -> still.show(album.view("pay")).lose(), StillScreen::find);
    }

    /** The page forgets afterwards what it was brought to. */
    private static void expectGoodPictures(
            String name, Consumer<StillScreen> drawn, Consumer<StillScreen> undone) {
        try {
            expectGoodPictures(name, drawn);
        } finally {
            stills.forEach(undone);
        }
    }

    private static void expectGoodPictures(String name, Consumer<StillScreen> drawn) {
        stills.forEach(drawn);
        List<String> faults =
                stills.stream().flatMap(still -> still.picture(name).stream()).toList();
        assertThat(faults).isEmpty();
    }
}
