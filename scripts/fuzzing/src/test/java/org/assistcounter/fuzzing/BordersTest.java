package org.assistcounter.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Replays the kept seeds of each border, which are in a folder of the method's name. Real fuzzing
 * is {@code scripts/fuzz}.
 */
class BordersTest {

    @FuzzTest
    void cbor(byte[] input) throws Exception {
        Target.CBOR.take(input);
    }

    @FuzzTest
    void record(byte[] input) throws Exception {
        Target.RECORD.take(input);
    }

    @FuzzTest
    void batch(byte[] input) throws Exception {
        Target.BATCH.take(input);
    }

    @FuzzTest
    void hello(byte[] input) throws Exception {
        Target.HELLO.take(input);
    }

    @FuzzTest
    void syncAnswer(byte[] input) throws Exception {
        Target.SYNC_ANSWER.take(input);
    }

    @FuzzTest
    void question(byte[] input) throws Exception {
        Target.QUESTION.take(input);
    }

    @FuzzTest
    void answer(byte[] input) throws Exception {
        Target.ANSWER.take(input);
    }

    @FuzzTest
    void checkpoint(byte[] input) throws Exception {
        Target.CHECKPOINT.take(input);
    }

    @FuzzTest
    void paymentCode(byte[] input) throws Exception {
        Target.PAYMENT_CODE.take(input);
    }

    @FuzzTest
    void mdbReader(byte[] input) throws Exception {
        Target.MDB_READER.take(input);
    }

    @FuzzTest
    void mdbMachine(byte[] input) throws Exception {
        Target.MDB_MACHINE.take(input);
    }

    @FuzzTest
    void mdbCash(byte[] input) throws Exception {
        Target.MDB_CASH.take(input);
    }

    @FuzzTest
    void wafer(byte[] input) throws Exception {
        Target.WAFER.take(input);
    }

    @FuzzTest
    void qibixx(byte[] input) throws Exception {
        Target.QIBIXX.take(input);
    }

    @FuzzTest
    void boardFrames(byte[] input) throws Exception {
        Target.BOARD_FRAMES.take(input);
    }

    @FuzzTest
    void board(byte[] input) throws Exception {
        Target.BOARD.take(input);
    }

    @FuzzTest
    void lockerFrames(byte[] input) throws Exception {
        Target.LOCKER_FRAMES.take(input);
    }

    @FuzzTest
    void lockers(byte[] input) throws Exception {
        Target.LOCKERS.take(input);
    }

    @FuzzTest
    void modbusFrames(byte[] input) throws Exception {
        Target.MODBUS_FRAMES.take(input);
    }

    @FuzzTest
    void modbus(byte[] input) throws Exception {
        Target.MODBUS.take(input);
    }

    @FuzzTest
    void spirals(byte[] input) throws Exception {
        Target.SPIRALS.take(input);
    }

    @FuzzTest
    void scanner(byte[] input) throws Exception {
        Target.SCANNER.take(input);
    }

    @FuzzTest
    void bareScanner(byte[] input) throws Exception {
        Target.BARE_SCANNER.take(input);
    }

    @FuzzTest
    void wiring(byte[] input) throws Exception {
        Target.WIRING.take(input);
    }

    @FuzzTest
    void thermometers(byte[] input) throws Exception {
        Target.THERMOMETERS.take(input);
    }

    @FuzzTest
    void enrolment(byte[] input) throws Exception {
        Target.ENROLMENT.take(input);
    }

    @FuzzTest
    void signingRequest(byte[] input) throws Exception {
        Target.SIGNING_REQUEST.take(input);
    }
}
