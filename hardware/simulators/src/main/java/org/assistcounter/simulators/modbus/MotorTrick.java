package org.assistcounter.simulators.modbus;

import org.assistcounter.devices.modbus.MotorState;

/** What somebody can do to a motor board. */
public sealed interface MotorTrick {

    /** How turns end from now on. */
    record EndAs(MotorState state) implements MotorTrick {}

    /** The drop sensor's self-test is bad, or good again. */
    record SensorBad(boolean on) implements MotorTrick {}

    /** The next command is refused with an exception and not carried out. */
    record RefuseNext(int code) implements MotorTrick {}

    /** The next command is carried out and not answered. */
    record MuteOnCommand() implements MotorTrick {}

    /** The next command is lost on its way. */
    record LoseCommand() implements MotorTrick {}

    /** The next answer comes so much later. */
    record DelayNext(long millis) implements MotorTrick {}

    /** The next answer has a wrong CRC. */
    record FlipNext() implements MotorTrick {}

    /** The next answer breaks off in the middle. */
    record BreakNext() implements MotorTrick {}

    /** Nothing is heard or said for so long; motors go on. */
    record GoSilent(long millis) implements MotorTrick {}

    /** The board loses power for a moment: its motor stops and its ticket is forgotten. */
    record PowerBlip() implements MotorTrick {}
}
