package org.assistcounter.endtoend;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How each state of the shopper's screen comes about, for the album. */
final class ScreenWalks {
    private final Browsers browsers;
    private final WholeChain.Running chain;

    /** Has the form of a pickup code, and no true signature. */
    static final String PICKUP_CODE = "ACP1:" + "0123456789ABCDEF".repeat(13);

    private final Map<String, Runnable> walks =
            Map.ofEntries(
                    entry("browse", this::buysByCard),
                    entry("product", this::buysByCard),
                    entry("pay", this::buysByCard),
                    entry("card-tap", this::buysByCard),
                    entry("card-authorising", this::buysByCard),
                    entry("card-cancelling", this::waitsForABankInVain),
                    entry("dispensing", this::buysByCard),
                    entry("taken", this::buysByCard),
                    entry("pay-unknown-code", this::showsACode),
                    entry("pay-pickup-code", this::showsACode),
                    entry("wallet-ordering", this::givesAPaymentCodeUp),
                    entry("wallet-scan", this::givesAPaymentCodeUp),
                    entry("wallet-charging", this::showsACode),
                    entry("wallet-cancelling", this::givesAPaymentCodeUp),
                    entry("unpaid-cancelled", this::givesAPaymentCodeUp),
                    entry("unpaid-timeout", this::goesAway),
                    entry("unpaid-declined", this::isDeclined),
                    entry("refund-returning", this::getsMoneyBackOnTheCard),
                    entry("refund-returned", this::getsMoneyBackOnTheCard),
                    entry("refund-on-its-way", this::getsMoneyBackOnThePhone),
                    entry("refund-case", this::getsNoMoneyBack),
                    entry("browse-picked", this::buysABasketByPhone),
                    entry("product-picked", this::buysABasketByPhone),
                    entry("basket", this::buysABasketByPhone),
                    entry("pay-several", this::buysABasketByPhone),
                    entry("wallet-scan-several", this::buysABasketByPhone),
                    entry("dispensing-several", this::buysABasketByPhone),
                    entry("summary-kept", this::buysABasketByPhone),
                    entry("card-tap-several", this::stopsAfterTheFirstItem),
                    entry("summary-part", this::stopsAfterTheFirstItem),
                    entry("summary-on-its-way", this::getsOneOfTwoBackOnThePhone),
                    entry("summary-returned", this::getsOneOfTwoBackOnTheCard),
                    entry("summary-case", this::getsNoMoneyBackForOneOfTwo),
                    entry("browse-offline", this::losesTheFleet),
                    entry("pay-offline", this::losesTheFleet),
                    entry("unpaid-unavailable", this::findsNoReader),
                    entry("closed-reader", this::findsItClosed),
                    entry("closed-door", this::findsItClosed),
                    entry("closed-power", this::findsItClosed),
                    entry("closed-damaged", this::findsItClosed),
                    entry("closed-board", this::losesTheBoard),
                    entry("closed-starting", this::findsItClosed),
                    entry("keypad-enter", this::isServiced),
                    entry("keypad-checking", this::isServiced),
                    entry("keypad-wrong", this::isServiced),
                    entry("keypad-paused", this::findsTheKeypadShut),
                    entry("keypad-unset", this::findsTheKeypadShut),
                    entry("service", this::isServiced),
                    entry("service-troubled", this::isServiced),
                    entry("browse-warm", this::isServiced));

    ScreenWalks(Browsers browsers, WholeChain.Running chain) {
        this.browsers = browsers;
        this.chain = chain;
    }

    /** Walks there unless some test has been there already. */
    void bringAbout(String state) {
        if (!chain.album().has(state)) {
            Runnable walk = walks.get(state);
            if (walk == null) {
                throw new AssertionError("nobody knows how " + state + " comes about");
            }
            walk.run();
        }
    }

    private void buysByCard() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(22);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("taken");
            screen.touch("done").await("browse");
        }
    }

    private void showsACode() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(22);
            chain.bench().command("scan&code=6212345678901234567");
            screen.await("pay", "scan", "unknown-code");
            chain.bench().command("scan&code=" + PICKUP_CODE);
            screen.await("pay", "scan", "pickup-code");
            chain.bench().command("scan&code=134567890123456789");
            screen.await("taken");
            screen.touch("done").await("browse");
        }
    }

    private void givesAPaymentCodeUp() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(23);
            screen.touch("way-wechat").await("wallet", "phase", "scan");
            screen.touch("cancel").await("unpaid");
            screen.touch("done").await("browse");
        }
    }

    private void isDeclined() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(24);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().command("deny");
            chain.bench().tapCard();
            screen.await("unpaid");
            screen.touch("done").await("browse");
        }
    }

    private void getsMoneyBackOnTheCard() {
        jams(43, "returned");
    }

    private void getsNoMoneyBack() {
        chain.bench().command("refund-fails");
        jams(64, "case");
    }

    private void jams(int slot, String money) {
        chain.bench().command("jam&selection=" + slot);
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(slot);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("refund", "money", money);
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=" + slot);
        }
    }

    private void getsMoneyBackOnThePhone() {
        chain.bench().command("jam&selection=71");
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(71);
            String code =
                    screen.touch("way-wechat")
                            .await("wallet", "phase", "scan")
                            .path("qr")
                            .asString();
            chain.fleet().payAtWallet(code);
            screen.await("refund", "money", "on-its-way");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=71");
        }
    }

    private void buysABasketByPhone() {
        try (Screen screen = Screen.open(browsers, chain)) {
            payOnThePhone(screen, 22, 23, 22);
            screen.await("summary", "money", "kept");
            screen.touch("done").await("browse");
        }
    }

    private void getsOneOfTwoBackOnThePhone() {
        chain.bench().command("jam&selection=72");
        try (Screen screen = Screen.open(browsers, chain)) {
            payOnThePhone(screen, 72, 22);
            screen.await("summary", "money", "on-its-way");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=72");
        }
    }

    private void payOnThePhone(Screen screen, int... slots) {
        screen.fill(slots);
        String code =
                screen.touch("way-wechat").await("wallet", "phase", "scan").path("qr").asString();
        chain.fleet().payAtWallet(code);
    }

    private void stopsAfterTheFirstItem() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.fill(22, 23);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("dispensing");
            screen.await("card", "phase", "tap");
            screen.touch("cancel").await("summary", "money", "part");
            screen.touch("done").await("browse");
        }
    }

    private void getsNoMoneyBackForOneOfTwo() {
        chain.bench().command("jam&selection=34");
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.fill(22, 34);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("dispensing");
            screen.await("card", "phase", "tap");
            chain.bench().command("refund-fails");
            chain.bench().tapCard();
            screen.await("summary", "money", "case");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=34");
        }
    }

    private void getsOneOfTwoBackOnTheCard() {
        chain.bench().command("jam&selection=73");
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.fill(73, 22);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("refund", "money", "returning");
            screen.await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("summary", "money", "returned");
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=73");
        }
    }

    private void losesTheFleet() {
        chain.fleet().order("broker", "stop");
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.await(view -> !view.path("online").asBoolean(true));
            screen.choose(44);
            screen.touch("cancel").await("browse");
        } finally {
            chain.fleet().order("broker", "start");
        }
        chain.awaitSelling();
    }

    private void losesTheBoard() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.await("browse");
            chain.bench().command("silent&line=board&millis=5000");
            screen.await("closed", "reason", "board");
            screen.await("browse");
        }
    }

    /** With a slot off and a compartment locked, until all is well again. */
    private void isServiced() {
        jams(42, "returned");
        try (Screen screen = Screen.open(browsers, chain)) {
            Technician technician = new Technician(screen);
            chain.bench().command("air&milli=3000");
            technician.unlockIfNeeded();
            chain.bench().command("air&milli=15000");
            technician.awaitTooWarm();
            technician.hold();
            technician.typeWrongCode();
            JsonNode service = technician.typeCode();
            chain.bench().command("air&milli=3000");
            technician.lift(service.path("locks").get(0).path("compartment").asInt());
            technician.mendAll(service);
            technician.signOut();
        }
    }

    private void findsTheKeypadShut() {
        bringAbout("keypad-wrong");
        chain.album().keepPaused();
        chain.album().keepAs("keypad-wrong", "phase", "unset");
    }

    /** A closed counter says its reason and nothing else. */
    private void findsItClosed() {
        bringAbout("closed-board");
        chain.album().keepAs("closed-board", "reason", "reader");
        chain.album().keepAs("closed-board", "reason", "starting");
        chain.album().keepAs("closed-board", "reason", "door");
        chain.album().keepAs("closed-board", "reason", "power");
        chain.album().keepAs("closed-board", "reason", "journal");
        chain.album().keepAs("closed-board", "reason", "damaged");
    }

    private void findsNoReader() {
        bringAbout("unpaid-cancelled");
        chain.album().keepAs("unpaid-cancelled", "reason", "unavailable");
    }

    /** Its 60 seconds are the counter's own test; the page is that of a sale given up. */
    private void goesAway() {
        bringAbout("unpaid-cancelled");
        chain.album().keepAs("unpaid-cancelled", "reason", "timeout");
    }

    /** Its 90 seconds are the counter's own test. */
    private void waitsForABankInVain() {
        bringAbout("card-authorising");
        chain.album().keepAs("card-authorising", "phase", "cancelling");
    }
}
