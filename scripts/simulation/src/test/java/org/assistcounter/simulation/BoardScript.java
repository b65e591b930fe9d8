package org.assistcounter.simulation;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.simulators.board.BoardTrick;

/** A turn of a motor after another, with whatever goes wrong, by a seed. */
final class BoardScript {
    private static final long TURN_MILLIS = 31_000;
    private static final int TURNS = 60;

    /** Between two polls, so that it is clear at both levels what was said before what. */
    private static final long OFF_POLLS_MILLIS = 5_130;

    /** The motor turns. */
    private static final long TURNING_MILLIS = 1_100;

    private static final long AFTER_TROUBLE_MILLIS = 4_000;
    private static final int TROUBLE_PERCENT = 40;
    private static final int KINDS = 14;
    private static final int[] WHILE_TURNING = {3, 4, 6, 8, 10, 11, 12, 13};
    private static final int[] SLOTS = {11, 12, 13, 14};

    private final SplittableRandom random;
    private final Set<Integer> absent = new HashSet<>();
    private boolean isMute;
    private long command;

    BoardScript(long seed) {
        this.random = new SplittableRandom(seed);
    }

    ContractScene run(Level level) {
        ContractScene scene = ContractScene.at(level, 1);
        scene.lives(OFF_POLLS_MILLIS);
        for (int i = 0; i < TURNS; i++) {
            if (random.nextInt(100) < TROUBLE_PERCENT) {
                trouble(scene, random.nextInt(KINDS));
                scene.lives(AFTER_TROUBLE_MILLIS);
            }
            if (isFree(scene)) {
                command++;
                int slot = slot();
                scene.board(new DispenserCommand.TurnMotor(command, slot));
                boolean isPlain = !isMute && !absent.contains(slot);
                isMute = false;
                if (random.nextInt(100) < TROUBLE_PERCENT && isPlain) {
                    scene.lives(TURNING_MILLIS);
                    trouble(scene, WHILE_TURNING[random.nextInt(WHILE_TURNING.length)]);
                }
            }
            scene.lives(TURN_MILLIS);
        }
        return scene;
    }

    private void absent(Fittings fittings, int slot, boolean on) {
        fittings.board(new BoardTrick.MotorAbsent(slot, on));
        if (on) {
            absent.add(slot);
        } else {
            absent.remove(slot);
        }
    }

    private boolean isFree(ContractScene scene) {
        return command == 0
                || scene.ofBoard.stream()
                        .anyMatch(event ->
                                event instanceof DispenserEvent.TurnEnded ended
                                        && ended.commandNumber() == command);
    }

    private int slot() {
        return SLOTS[random.nextInt(SLOTS.length)];
    }

    private void trouble(ContractScene scene, int kind) {
        Fittings fittings = scene.fittings;
        boolean on = random.nextBoolean();
        switch (kind) {
            case 0 -> fittings.board(new BoardTrick.Jam(slot(), on));
            case 1 -> fittings.board(new BoardTrick.NothingFalls(slot(), on));
            case 2 -> absent(fittings, slot(), on);
            case 3 -> fittings.board(new BoardTrick.SensorBad(on));
            case 4 -> fittings.board(new BoardTrick.DropLate());
            case 5 -> fittings.board(new BoardTrick.SeeGhostNext());
            case 6 -> fittings.board(new BoardTrick.LoseStatus());
            case 7 -> {
                isMute = true;
                fittings.board(new BoardTrick.MuteOnDrive(on ? 1_500 : 25_000));
            }
            case 8 -> fittings.board(new BoardTrick.LateStatus(on ? 3_000 : 25_000));
            case 9 -> fittings.board(new BoardTrick.NoiseNext());
            case 10 -> fittings.board(new BoardTrick.GoSilent(on ? 1_200 : 12_000));
            case 11 -> fittings.board(new BoardTrick.PowerBlip());
            case 12 -> {
                scene.joint().board().cut();
                scene.lives(TURN_MILLIS);
                scene.joint().board().connect();
                scene.lives(TURN_MILLIS);
            }
            default -> {
                scene.newLife();
                command = 0;
                scene.lives(TURN_MILLIS);
            }
        }
    }
}
