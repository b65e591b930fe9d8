package org.assistcounter.fuzzing;

import java.util.List;

/** All borders there are. */
final class Targets {
    static final List<Target> ALL =
            List.of(
                    new Target("cbor", ProtocolBorders::cbor, ProtocolSamples::questions),
                    new Target("record", ProtocolBorders::record, ProtocolSamples::records),
                    new Target("batch", ProtocolBorders::batch, ProtocolSamples::batch),
                    new Target("hello", ProtocolBorders::hello, ProtocolSamples::hello),
                    new Target(
                            "sync-answer",
                            ProtocolBorders::syncAnswer,
                            ProtocolSamples::syncAnswer),
                    new Target("question", ProtocolBorders::question, ProtocolSamples::questions),
                    new Target("answer", ProtocolBorders::answer, ProtocolSamples::answer),
                    new Target("refusal", ProtocolBorders::refusal, ProtocolSamples::refusal),
                    new Target("desired", DesiredBorders::desired, DesiredBorders::states),
                    new Target("reported", DesiredBorders::reported, DesiredBorders::reports),
                    new Target(
                            "checkpoint", ProtocolBorders::checkpoint, ProtocolSamples::checkpoint),
                    new Target("payment-code", CodeBorders::payment, ProtocolSamples::paymentCode),
                    new Target("pickup-code", CodeBorders::pickup, ProtocolSamples::pickupCode),
                    new Target("receipt-code", CodeBorders::receipt, CodeBorders::receipts),
                    new Target("lot-code", CodeBorders::lot, CodeBorders::lots),
                    new Target("mdb-reader", CodecBorders::reader, DeviceSamples::reader),
                    new Target("mdb-machine", CodecBorders::machine, DeviceSamples::machine),
                    new Target("mdb-cash", CodecBorders::cash, DeviceSamples::cash),
                    new Target("wafer", CardBorders.wafer(), DeviceSamples::wafer),
                    new Target("qibixx", CardBorders.qibixx(), DeviceSamples::qibixx),
                    new Target("board-frames", CodecBorders::board, DeviceSamples::boardFrames),
                    new Target("board", DispenserBorders.vendingBoard(), DeviceSamples::board),
                    new Target("locker-frames", CodecBorders::lockers, DeviceSamples::lockerFrames),
                    new Target("lockers", DispenserBorders.lockers(), DeviceSamples::lockers),
                    new Target("modbus-frames", CodecBorders::modbus, DeviceSamples::modbusFrames),
                    new Target("modbus", DispenserBorders.modbusMotors(), DeviceSamples::modbus),
                    new Target("spirals", DispenserBorders.spirals(), DeviceSamples::spirals),
                    new Target("scanner", ScannerBorders.lineEnd(), DeviceSamples::scanner),
                    new Target("bare-scanner", ScannerBorders.pause(), DeviceSamples::scanner),
                    new Target("wiring", TextBorders::wiring, DeviceSamples::wiring),
                    new Target(
                            "thermometers", TextBorders::thermometers, DeviceSamples::thermometers),
                    new Target("enrolled", EnrolledBorder::take, EnrolledBorder::samples),
                    new Target(
                            "database-address",
                            TextBorders::databaseAddress,
                            TextBorders::databaseAddresses),
                    new Target("enrolment", EnrolmentBorder::take, EnrolmentBorder::requests),
                    new Target("signing-request", EnrolmentBorder::pem, EnrolmentBorder::pems),
                    new Target("intent", ScreenBorder::take, ScreenBorder::samples),
                    new Target("claim", ClaimBorder::take, ClaimBorder::samples),
                    new Target(
                            "wechat-notice", WeChatNoticeBorder::take, WeChatNoticeBorder::samples),
                    new Target(
                            "alipay-notice", AlipayNoticeBorder::take, AlipayNoticeBorder::samples),
                    new Target("wechat-bill", BillBorders::wechat, BillSamples::wechat),
                    new Target("alipay-bill", BillBorders::alipay, BillSamples::alipay),
                    new Target("alipay-zip", BillBorders::alipayZip, BillSamples::alipayZip),
                    new Target("journal-export", ExportBorder::take, ProtocolSamples::export),
                    new Target("export-archive", ArchiveBorders::archive, ArchiveBorders::archives),
                    new Target(
                            "export-manifest", ArchiveBorders::manifest, ArchiveBorders::manifests),
                    new Target("export-counter", ArchiveBorders::counter, ArchiveBorders::counters),
                    new Target(
                            "export-tree-head",
                            ArchiveBorders::treeHead,
                            ArchiveBorders::treeHeads),
                    new Target("bus-traffic", BusTrafficBorder::take, BusTrafficBorder::samples));

    private Targets() {}

    static Target named(String word) {
        return ALL.stream()
                .filter(target -> target.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + word));
    }
}
