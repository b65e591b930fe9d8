package org.assistcounter.simulation;

import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.simulators.cashless.ReaderTrick;

/**
 * A sale by card after another, with whatever goes wrong, by a seed. Something is done every seven
 * seconds, when all that follows from what was done before has been told at either level.
 */
final class CardScript {
    private static final long TURN_MILLIS = 7_000;
    private static final int TURNS = 60;
    private static final int TROUBLE_PERCENT = 25;
    private static final long FUNDS = 100_000;

    private final SplittableRandom random;
    private final long seed;
    private Stage stage = Stage.NEW;
    private int heard;

    private enum Stage {
        NEW,
        LOST,
        IDLE,
        ENABLED,
        SESSION,
        ASKED,
        APPROVED,
        SETTLING
    }

    CardScript(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    ContractScene run(Level level) {
        ContractScene scene = ContractScene.at(level, seed);
        scene.lives(1_000);
        for (int i = 0; i < TURNS; i++) {
            hears(scene.ofReader);
            if (random.nextInt(100) < TROUBLE_PERCENT) {
                trouble(scene);
            } else {
                goesOn(scene);
            }
            scene.lives(TURN_MILLIS);
        }
        return scene;
    }

    private void hears(List<CashlessEvent> events) {
        for (; heard < events.size(); heard++) {
            stage =
                    switch (events.get(heard)) {
                        case CashlessEvent.ReaderReady _ -> Stage.IDLE;
                        case CashlessEvent.ReaderLost _ -> Stage.LOST;
                        case CashlessEvent.SessionBegan _ -> Stage.SESSION;
                        case CashlessEvent.VendApproved _ -> Stage.APPROVED;
                        case CashlessEvent.VendDenied _, CashlessEvent.SessionEnded _ ->
                                stage == Stage.LOST || stage == Stage.NEW ? stage : Stage.IDLE;
                        case CashlessEvent _ -> stage;
                    };
        }
    }

    private void goesOn(ContractScene scene) {
        switch (stage) {
            case NEW -> {
                scene.reader(
                        random.nextInt(4) == 0
                                ? new CashlessCommand.FailVend()
                                : new CashlessCommand.Start());
            }
            case LOST, SETTLING -> {}
            case IDLE -> {
                stage = Stage.ENABLED;
                scene.reader(new CashlessCommand.Enable());
            }
            case ENABLED -> scene.fittings.reader(new ReaderTrick.TapCard(FUNDS));
            case SESSION -> asks(scene);
            case ASKED -> {
                if (random.nextInt(3) == 0) {
                    stage = Stage.SETTLING;
                    scene.reader(new CashlessCommand.Disable());
                } else {
                    scene.fittings.reader(new ReaderTrick.TapCard(FUNDS));
                }
            }
            case APPROVED -> settles(scene);
        }
    }

    private void asks(ContractScene scene) {
        if (random.nextInt(5) == 0) {
            stage = Stage.SETTLING;
            scene.reader(new CashlessCommand.Disable());
        } else {
            stage = Stage.ASKED;
            scene.reader(new CashlessCommand.RequestVend(500 + random.nextInt(50) * 10L, 11));
        }
    }

    private void settles(ContractScene scene) {
        stage = Stage.SETTLING;
        boolean more = random.nextInt(3) == 0;
        scene.reader(
                random.nextBoolean()
                        ? new CashlessCommand.ConfirmVend(11, more)
                        : new CashlessCommand.FailVend(more));
    }

    private void trouble(ContractScene scene) {
        Fittings fittings = scene.fittings;
        switch (random.nextInt(12)) {
            case 0 -> fittings.reader(new ReaderTrick.DenyNext());
            case 1 -> fittings.reader(new ReaderTrick.ApproveNothingNext());
            case 2 -> fittings.reader(new ReaderTrick.ApproveLessNext());
            case 3 -> fittings.reader(new ReaderTrick.RemoveCard());
            case 4 -> fittings.reader(new ReaderTrick.FailNextRefund());
            case 5 -> fittings.reader(new ReaderTrick.SlowRefund(random.nextInt(3) * 1_500L));
            case 6 -> fittings.reader(new ReaderTrick.PowerBlip());
            case 7 -> fittings.reader(new ReaderTrick.NoiseNext());
            case 8 ->
                    fittings.reader(new ReaderTrick.DecideAfter(800 + random.nextInt(2) * 45_000L));
            case 9 -> fittings.reader(new ReaderTrick.GoSilent(20_000));
            case 10 -> {
                scene.joint().reader().cut();
                scene.lives(TURN_MILLIS);
                if (random.nextBoolean()) {
                    scene.reader(new CashlessCommand.FailVend());
                }
                scene.joint().reader().connect();
            }
            default -> {
                stage = Stage.NEW;
                scene.newLife();
            }
        }
    }
}
