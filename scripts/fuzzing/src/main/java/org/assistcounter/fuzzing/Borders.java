package org.assistcounter.fuzzing;

/** Which border a target is. */
final class Borders {

    private Borders() {}

    static Border of(Target target) {
        return switch (target) {
            case CBOR -> ProtocolBorders::cbor;
            case RECORD -> ProtocolBorders::record;
            case BATCH -> ProtocolBorders::batch;
            case HELLO -> ProtocolBorders::hello;
            case SYNC_ANSWER -> ProtocolBorders::syncAnswer;
            case QUESTION -> ProtocolBorders::question;
            case ANSWER -> ProtocolBorders::answer;
            case CHECKPOINT -> ProtocolBorders::checkpoint;
            case PAYMENT_CODE -> ProtocolBorders::paymentCode;
            case MDB_READER -> CodecBorders::reader;
            case MDB_MACHINE -> CodecBorders::machine;
            case MDB_CASH -> CodecBorders::cash;
            case WAFER -> CardBorders.wafer();
            case QIBIXX -> CardBorders.qibixx();
            case BOARD_FRAMES -> CodecBorders::board;
            case BOARD -> DispenserBorders.vendingBoard();
            case LOCKER_FRAMES -> CodecBorders::lockers;
            case LOCKERS -> DispenserBorders.lockers();
            case MODBUS_FRAMES -> CodecBorders::modbus;
            case MODBUS -> DispenserBorders.modbusMotors();
            case SPIRALS -> DispenserBorders.spirals();
            case SCANNER -> ScannerBorders.lineEnd();
            case BARE_SCANNER -> ScannerBorders.pause();
            case WIRING -> TextBorders::wiring;
            case THERMOMETERS -> TextBorders::thermometers;
            case ENROLMENT -> EnrolmentBorder::take;
            case SIGNING_REQUEST -> EnrolmentBorder::pem;
        };
    }
}
