package org.assistcounter.fleet.wallets.bill;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BillRefused;

/** Reads texts as bills, for tests. */
public record BillReading(Charset charset, Supplier<BillForm> form) {

    /** All lines of a text. */
    public List<BillLine> lines(String text) {
        return BillText.lines(
                        () -> new ByteArrayInputStream(text.getBytes(charset)), charset, form::get)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** Why a text is no bill. */
    public BillAnswer.Fault refusal(String text) {
        try {
            throw new AssertionError("It was believed: " + lines(text));
        } catch (BillRefused refused) {
            return refused.answer().fault();
        }
    }
}
