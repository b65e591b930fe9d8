package org.assistcounter.fuzzing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The borders, by the names that the command knows them by. */
enum Target {
    CBOR("cbor"),
    RECORD("record"),
    BATCH("batch"),
    HELLO("hello"),
    SYNC_ANSWER("sync-answer"),
    QUESTION("question"),
    ANSWER("answer"),
    CHECKPOINT("checkpoint"),
    PAYMENT_CODE("payment-code"),
    MDB_READER("mdb-reader"),
    MDB_MACHINE("mdb-machine"),
    MDB_CASH("mdb-cash"),
    WAFER("wafer"),
    QIBIXX("qibixx"),
    BOARD_FRAMES("board-frames"),
    BOARD("board"),
    LOCKER_FRAMES("locker-frames"),
    LOCKERS("lockers"),
    MODBUS_FRAMES("modbus-frames"),
    MODBUS("modbus"),
    SPIRALS("spirals"),
    SCANNER("scanner"),
    BARE_SCANNER("bare-scanner"),
    WIRING("wiring"),
    THERMOMETERS("thermometers"),
    ENROLMENT("enrolment"),
    SIGNING_REQUEST("signing-request");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The test's method, which is also the folder of the kept seeds. */
    String method() {
        StringBuilder name = new StringBuilder();
        for (String part : word.split("-", -1)) {
            boolean isFirst = name.isEmpty();
            String first = part.substring(0, 1);
            name.append(isFirst ? first : first.toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }

    void take(byte[] bytes) throws Exception {
        Borders.of(this).take(bytes);
    }

    /** Well-formed input, to begin from. */
    List<byte[]> samples() {
        return Samples.of(this);
    }

    static Target named(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + word));
    }
}
