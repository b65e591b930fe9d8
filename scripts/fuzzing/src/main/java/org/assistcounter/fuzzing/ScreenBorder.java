package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.screen.IntentReader;
import org.assistcounter.counter.screen.IntentReader.Reading;
import org.assistcounter.protocol.identity.SaleId;

/** What a browser sends to the shopper's screen. */
final class ScreenBorder {
    private static final long REVISION = 12;
    private static final int KNOWN = 11;
    private static final SaleId SALE = SaleId.of(9, 9);
    private static final Set<String> WORDS =
            Set.of("malformed", "stale", "unknown-intent", "unknown-slot");

    private ScreenBorder() {}

    /** A touch of what is shown, or a word; a sale is drawn for a wish to buy and nothing else. */
    static void take(byte[] bytes) {
        AtomicInteger drawn = new AtomicInteger();
        IntentReader reader =
                new IntentReader(() -> {
                    drawn.incrementAndGet();
                    return SALE;
                });
        String frame = new String(bytes, StandardCharsets.UTF_8);
        switch (reader.read(frame, REVISION, slot -> slot == KNOWN)) {
            case Reading.Understood(var input) -> {
                boolean isWish = input instanceof Input.Bought || input instanceof Input.CheckedOut;
                Require.same(drawn.get(), isWish ? 1 : 0, "a wish to buy draws a sale");
                Require.same(slotOf(input), KNOWN, "a slot is a known one");
            }
            case Reading.Refused(var word) -> {
                Require.that(WORDS.contains(word), "the browser knows the word");
                Require.same(drawn.get(), 0, "a refusal draws nothing");
            }
        }
    }

    private static int slotOf(Input input) {
        return switch (input) {
            case Input.Looked(int slot) -> slot;
            case Input.Added(int slot) -> slot;
            case Input.Removed(int slot) -> slot;
            case Input.SlotMended(int slot) -> slot;
            case Input.Bought(int slot, var _) -> slot;
            case Input _ -> KNOWN;
        };
    }

    static List<byte[]> samples() {
        return Samples.texts(
                intent("\"buy\",\"slot\":11"),
                intent("\"add\",\"slot\":11"),
                intent("\"mended\",\"slot\":11"),
                intent("\"checkout\""),
                intent("\"pay\",\"way\":\"alipay\""),
                intent("\"code\",\"digits\":\"402917\""),
                intent("\"lift\",\"compartment\":1,\"goods\":\"restocked\""));
    }

    private static String intent(String words) {
        return "{\"revision\":12,\"intent\":" + words + "}";
    }
}
