package org.assistcounter.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Replays the kept seeds of each border, which are in a folder of the method's name. Real fuzzing
 * is {@code scripts/fuzz}.
 */
class BordersTest {

    @FuzzTest
    void cbor(byte[] input) throws Exception {
        Targets.named("cbor").take(input);
    }

    @FuzzTest
    void record(byte[] input) throws Exception {
        Targets.named("record").take(input);
    }

    @FuzzTest
    void batch(byte[] input) throws Exception {
        Targets.named("batch").take(input);
    }

    @FuzzTest
    void hello(byte[] input) throws Exception {
        Targets.named("hello").take(input);
    }

    @FuzzTest
    void syncAnswer(byte[] input) throws Exception {
        Targets.named("sync-answer").take(input);
    }

    @FuzzTest
    void question(byte[] input) throws Exception {
        Targets.named("question").take(input);
    }

    @FuzzTest
    void answer(byte[] input) throws Exception {
        Targets.named("answer").take(input);
    }

    @FuzzTest
    void refusal(byte[] input) throws Exception {
        Targets.named("refusal").take(input);
    }

    @FuzzTest
    void desired(byte[] input) throws Exception {
        Targets.named("desired").take(input);
    }

    @FuzzTest
    void reported(byte[] input) throws Exception {
        Targets.named("reported").take(input);
    }

    @FuzzTest
    void checkpoint(byte[] input) throws Exception {
        Targets.named("checkpoint").take(input);
    }

    @FuzzTest
    void paymentCode(byte[] input) throws Exception {
        Targets.named("payment-code").take(input);
    }

    @FuzzTest
    void pickupCode(byte[] input) throws Exception {
        Targets.named("pickup-code").take(input);
    }

    @FuzzTest
    void receiptCode(byte[] input) throws Exception {
        Targets.named("receipt-code").take(input);
    }

    @FuzzTest
    void lotCode(byte[] input) throws Exception {
        Targets.named("lot-code").take(input);
    }

    @FuzzTest
    void mdbReader(byte[] input) throws Exception {
        Targets.named("mdb-reader").take(input);
    }

    @FuzzTest
    void mdbMachine(byte[] input) throws Exception {
        Targets.named("mdb-machine").take(input);
    }

    @FuzzTest
    void mdbCash(byte[] input) throws Exception {
        Targets.named("mdb-cash").take(input);
    }

    @FuzzTest
    void wafer(byte[] input) throws Exception {
        Targets.named("wafer").take(input);
    }

    @FuzzTest
    void qibixx(byte[] input) throws Exception {
        Targets.named("qibixx").take(input);
    }

    @FuzzTest
    void boardFrames(byte[] input) throws Exception {
        Targets.named("board-frames").take(input);
    }

    @FuzzTest
    void board(byte[] input) throws Exception {
        Targets.named("board").take(input);
    }

    @FuzzTest
    void lockerFrames(byte[] input) throws Exception {
        Targets.named("locker-frames").take(input);
    }

    @FuzzTest
    void lockers(byte[] input) throws Exception {
        Targets.named("lockers").take(input);
    }

    @FuzzTest
    void modbusFrames(byte[] input) throws Exception {
        Targets.named("modbus-frames").take(input);
    }

    @FuzzTest
    void modbus(byte[] input) throws Exception {
        Targets.named("modbus").take(input);
    }

    @FuzzTest
    void spirals(byte[] input) throws Exception {
        Targets.named("spirals").take(input);
    }

    @FuzzTest
    void scanner(byte[] input) throws Exception {
        Targets.named("scanner").take(input);
    }

    @FuzzTest
    void bareScanner(byte[] input) throws Exception {
        Targets.named("bare-scanner").take(input);
    }

    @FuzzTest
    void wiring(byte[] input) throws Exception {
        Targets.named("wiring").take(input);
    }

    @FuzzTest
    void thermometers(byte[] input) throws Exception {
        Targets.named("thermometers").take(input);
    }

    @FuzzTest
    void enrolled(byte[] input) throws Exception {
        Targets.named("enrolled").take(input);
    }

    @FuzzTest
    void databaseAddress(byte[] input) throws Exception {
        Targets.named("database-address").take(input);
    }

    @FuzzTest
    void enrolment(byte[] input) throws Exception {
        Targets.named("enrolment").take(input);
    }

    @FuzzTest
    void signingRequest(byte[] input) throws Exception {
        Targets.named("signing-request").take(input);
    }

    @FuzzTest
    void intent(byte[] input) throws Exception {
        Targets.named("intent").take(input);
    }

    @FuzzTest
    void claim(byte[] input) throws Exception {
        Targets.named("claim").take(input);
    }

    @FuzzTest
    void wechatNotice(byte[] input) throws Exception {
        Targets.named("wechat-notice").take(input);
    }

    @FuzzTest
    void alipayNotice(byte[] input) throws Exception {
        Targets.named("alipay-notice").take(input);
    }

    @FuzzTest
    void wechatBill(byte[] input) throws Exception {
        Targets.named("wechat-bill").take(input);
    }

    @FuzzTest
    void alipayBill(byte[] input) throws Exception {
        Targets.named("alipay-bill").take(input);
    }

    @FuzzTest
    void alipayZip(byte[] input) throws Exception {
        Targets.named("alipay-zip").take(input);
    }

    @FuzzTest
    void journalExport(byte[] input) throws Exception {
        Targets.named("journal-export").take(input);
    }

    @FuzzTest
    void exportArchive(byte[] input) throws Exception {
        Targets.named("export-archive").take(input);
    }

    @FuzzTest
    void exportManifest(byte[] input) throws Exception {
        Targets.named("export-manifest").take(input);
    }

    @FuzzTest
    void exportCounter(byte[] input) throws Exception {
        Targets.named("export-counter").take(input);
    }

    @FuzzTest
    void exportTreeHead(byte[] input) throws Exception {
        Targets.named("export-tree-head").take(input);
    }

    @FuzzTest
    void busTraffic(byte[] input) throws Exception {
        Targets.named("bus-traffic").take(input);
    }
}
