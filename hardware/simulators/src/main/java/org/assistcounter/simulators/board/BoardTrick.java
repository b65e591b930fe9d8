package org.assistcounter.simulators.board;

/** What somebody at the bench can do to the board and its shelf. */
public sealed interface BoardTrick {

    /** Put so many goods into a selection. */
    record Load(int selection, int goods) implements BoardTrick {}

    /** The motor of a selection sticks, or is free again. */
    record Jam(int selection, boolean on) implements BoardTrick {}

    /** Goods of a selection hang when they should fall, or fall again. */
    record NothingFalls(int selection, boolean on) implements BoardTrick {}

    /** A selection has no motor, or has one again. */
    record MotorAbsent(int selection, boolean on) implements BoardTrick {}

    /** The drop sensor sees nothing and the board says it is not normal, or all is well again. */
    record SensorBad(boolean on) implements BoardTrick {}

    /** The next good falls three seconds after its turn is over. */
    record DropLate() implements BoardTrick {}

    /** The next turn after which nothing falls is seen as a drop. */
    record SeeGhostNext() implements BoardTrick {}

    /** The next final status is never sent. */
    record LoseStatus() implements BoardTrick {}

    /** The next drive command is carried out, and then nothing is said for so long. */
    record MuteOnDrive(long millis) implements BoardTrick {}

    /** The next final status comes so much later than the end of the turn. */
    record LateStatus(long millis) implements BoardTrick {}

    /** The next frame has one wrong byte. */
    record FlipNext() implements BoardTrick {}

    /** Noise comes instead of the next frame. */
    record NoiseNext() implements BoardTrick {}

    /** The next frame is lost. */
    record LoseNext() implements BoardTrick {}

    /** Nothing is polled or said for so long; motors go on. */
    record GoSilent(long millis) implements BoardTrick {}

    /** The board loses power for a moment: motors stop, numbers start again. */
    record PowerBlip() implements BoardTrick {}
}
