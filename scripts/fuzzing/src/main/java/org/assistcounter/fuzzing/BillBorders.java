package org.assistcounter.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.alipay.AlipayBill;
import org.assistcounter.fleet.wallets.alipay.AlipayZip;
import org.assistcounter.fleet.wallets.bill.BillText;
import org.assistcounter.fleet.wallets.wechat.WeChatBill;

/** The bills of both wallets: a whole bill is read, or why not is said. */
final class BillBorders {

    private BillBorders() {}

    static void wechat(byte[] bytes) throws IOException {
        read(() ->
                new BillText(
                        new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, new WeChatBill()));
    }

    static void alipay(byte[] bytes) throws IOException {
        read(() ->
                new BillText(new ByteArrayInputStream(bytes), AlipayZip.CHARSET, new AlipayBill()));
    }

    static void alipayZip(byte[] bytes) throws IOException {
        Path file = Scratch.of(bytes);
        read(() -> unpacked(AlipayZip.details(file)));
    }

    private static BillText unpacked(InputStream text) {
        return new BillText(text, AlipayZip.CHARSET, new AlipayBill());
    }

    /** Opens a bill. */
    private interface Opened {
        BillText open() throws IOException;
    }

    private static void read(Opened opened) throws IOException {
        try (BillText lines = opened.open()) {
            lines.forEachRemaining(BillBorders::check);
            Require.that(!lines.hasNext(), "a bill that has ended stays so");
        } catch (BillRefused refused) {
            Require.that(!refused.answer().words().isEmpty(), "a reason is given");
        } catch (IOException | UncheckedIOException unreadable) {
            Require.that(unreadable.toString() != null, "a file that cannot be unpacked is told");
        }
    }

    private static void check(BillLine line) {
        Require.that(line.amountMinor() >= 0, "the kind says which way money went");
        Require.that(!line.order().isEmpty() && !line.transaction().isEmpty(), "it has numbers");
        Require.same(
                line.kind() == BillLine.Kind.REFUNDED,
                !line.refund().isEmpty(),
                "a refund of ours has its number, and nothing else has one");
    }
}
