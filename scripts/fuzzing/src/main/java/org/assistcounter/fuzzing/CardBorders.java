package org.assistcounter.fuzzing;

import java.util.List;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.devices.qibixx.QibixxCashless;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderSnapshot;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.cashless.SimulatedCashlessReader;
import org.assistcounter.simulators.cashless.SimulatedQibixxBox;
import org.assistcounter.simulators.cashless.SimulatedWaferBox;

/**
 * A card reader's driver between its box and made-up bytes: amounts are possible ones, a vend that
 * was asked for is answered, and when the noise is over the reader is set up and takes a card.
 */
final class CardBorders {
    private static final long PRICE = 250;
    private static final int ITEM = 5;
    private static final long CALM_MILLIS = 90_000;

    /** A Qibixx box tells an amount of nine digits and cents. */
    private static final long AMOUNT_MAX = 100_000_000_000L;

    private CardBorders() {}

    static Border wafer() {
        return bytes ->
                judge(
                        bytes,
                        new WaferCashless(new CashlessSettings(CashlessAddress.FIRST, false)),
                        new SimulatedWaferBox(
                                new SimulatedCashlessReader(
                                        SimulatedCashlessReader.yuanConfig(), CardLedger.EMPTY),
                                1_000));
    }

    static Border qibixx() {
        return bytes -> judge(bytes, new QibixxCashless(), new SimulatedQibixxBox());
    }

    private static void judge(
            byte[] bytes,
            LineDriver<CashlessCommand, CashlessEvent> driver,
            LineDriver<ReaderTrick, ReaderSnapshot> box) {
        Shopper shopper = new Shopper(new Conversation<>(driver, box));
        Script script = new Script(bytes);
        while (script.goesOn()) {
            switch (script.next()) {
                case Script.Step.Bytes step -> shopper.line.put(step.copy());
                case Script.Step.Pause step -> shopper.line.run(step.millis());
                case Script.Step.Wish step -> shopper.wish(step.number());
            }
            shopper.listen();
        }
        shopper.line.run(CALM_MILLIS);
        shopper.listen();
        Require.that(!shopper.isAsking, "a vend that was asked for is answered");
        shopper.requireACard();
    }

    /** The owner of the driver, who asks for money once after each card, and the card. */
    private static final class Shopper {
        private final Conversation<CashlessCommand, CashlessEvent, ReaderTrick, ReaderSnapshot>
                line;
        private boolean isReady;
        private boolean isCardThere;
        private boolean isAsking;
        private boolean isPaid;

        Shopper(Conversation<CashlessCommand, CashlessEvent, ReaderTrick, ReaderSnapshot> line) {
            this.line = line;
        }

        void wish(int number) {
            switch (number) {
                case 0 -> start();
                case 1 -> line.command(new CashlessCommand.Enable());
                case 2 -> line.trick(new ReaderTrick.TapCard(2_000));
                case 3 -> ask();
                case 4 -> settle(new CashlessCommand.ConfirmVend(ITEM));
                case 5 -> settle(new CashlessCommand.FailVend());
                case 6 -> line.trick(new ReaderTrick.RemoveCard());
                case 7 -> line.command(new CashlessCommand.Disable());
                case 8 -> line.trick(new ReaderTrick.DenyNext());
                case 9 -> line.trick(new ReaderTrick.PowerBlip());
                case 10 -> line.command(new CashlessCommand.ReportCashSale(PRICE, ITEM));
                case 11 -> line.command(new CashlessCommand.AskRevalueLimit());
                case 12 -> line.command(new CashlessCommand.AskDiagnostics("00FF"));
                default -> line.run(100);
            }
        }

        /** Never in a vend, as the command wants it. */
        private void start() {
            if (!isAsking && !isPaid) {
                line.command(new CashlessCommand.Start());
            }
        }

        private void ask() {
            if (isReady && isCardThere && !isAsking && !isPaid) {
                isCardThere = false;
                isAsking = true;
                line.command(new CashlessCommand.RequestVend(PRICE, ITEM));
            }
        }

        private void settle(CashlessCommand how) {
            if (isPaid) {
                isPaid = false;
                line.command(how);
            }
        }

        void listen() {
            for (CashlessEvent event : line.heard()) {
                switch (event) {
                    case CashlessEvent.ReaderReady ready -> {
                        Require.that(ready.stepMinor() > 0, "prices have a step");
                        isReady = true;
                    }
                    case CashlessEvent.ReaderLost _ -> {
                        isReady = false;
                        isCardThere = false;
                        isAsking = false;
                    }
                    case CashlessEvent.SessionBegan began -> {
                        Require.that(began.fundsMinor() >= -1, "funds are not negative");
                        isCardThere = true;
                    }
                    case CashlessEvent.VendApproved approved -> approved(approved.amountMinor());
                    case CashlessEvent.VendDenied _ -> isAsking = false;
                    case CashlessEvent.SessionEnded _ -> {
                        isCardThere = false;
                        isAsking = false;
                    }
                    case CashlessEvent.TimeWanted _ ->
                            line.command(new CashlessCommand.TellTime("26112717200005FFFFFF"));
                    default -> Require.that(!event.toString().isEmpty(), "an event has words");
                }
            }
        }

        private void approved(long amount) {
            Require.that(isAsking, "only a vend that was asked for is approved");
            Require.that(amount >= 0 && amount < AMOUNT_MAX, "an amount is possible");
            isAsking = false;
            isPaid = true;
        }

        void requireACard() {
            settle(new CashlessCommand.FailVend());
            line.run(CALM_MILLIS);
            line.trick(new ReaderTrick.RemoveCard());
            line.run(1_000);
            listen();
            line.command(new CashlessCommand.Start());
            line.run(CALM_MILLIS);
            listen();
            Require.that(isReady, "the reader is set up again");
            line.command(new CashlessCommand.Enable());
            line.run(5_000);
            line.heard();
            line.trick(new ReaderTrick.TapCard(2_000));
            line.run(5_000);
            List<CashlessEvent> heard = line.heard();
            Require.that(
                    heard.stream().anyMatch(CashlessEvent.SessionBegan.class::isInstance),
                    "a card is taken again: " + heard);
        }
    }
}
