package org.assistcounter.counter.screen;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.service.Checked;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the browser sends. What is wrong is refused by a word the browser can show. */
public final class IntentReader {
    private static final int LENGTH_MAX = 1_024;

    private final Supplier<SaleId> freshSales;

    /** A sale that an intent begins gets the next of these numbers. */
    public IntentReader(Supplier<SaleId> freshSales) {
        this.freshSales = freshSales;
    }

    /** An intent, or why there is none. */
    public sealed interface Reading {
        /** A touch for the core. */
        record Understood(Input input) implements Reading {}

        /** A word for the browser. */
        record Refused(String word) implements Reading {}
    }

    /** Understood only when it is of the revision that is shown. */
    public Reading read(String frame, long revision, IntPredicate knownSlot) {
        if (frame.length() > LENGTH_MAX) {
            return new Reading.Refused("malformed");
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(frame);
            if (!json.path("revision").isIntegralNumber() || !json.path("intent").isString()) {
                return new Reading.Refused("malformed");
            }
            if (json.path("revision").asLong() != revision) {
                return new Reading.Refused("stale");
            }
            return intent(json, knownSlot);
        } catch (JacksonException e) {
            return new Reading.Refused("malformed");
        }
    }

    private Reading intent(JsonNode json, IntPredicate knownSlot) {
        String intent = json.path("intent").asString();
        return switch (intent) {
            case "look", "buy", "add", "remove", "mended" ->
                    ofSlot(intent, json.path("slot"), knownSlot);
            case "basket" -> new Reading.Understood(new Input.Reviewed());
            case "checkout" -> new Reading.Understood(new Input.CheckedOut(freshSales.get()));
            case "back" -> new Reading.Understood(new Input.WentBack());
            case "pay" -> pay(json.path("way").asString(""));
            case "cancel" -> new Reading.Understood(new Input.Cancelled());
            case "done" -> new Reading.Understood(new Input.Finished());
            case "service" -> new Reading.Understood(new Input.ServiceWanted());
            case "code" -> code(json.path("digits"));
            case "lift" -> lift(json.path("compartment"), json.path("goods").asString(""));
            case "sign-out" -> new Reading.Understood(new Input.ServiceEnded());
            default -> new Reading.Refused("unknown-intent");
        };
    }

    private Reading ofSlot(String intent, JsonNode slot, IntPredicate knownSlot) {
        if (!slot.isInt() || !knownSlot.test(slot.asInt())) {
            return new Reading.Refused("unknown-slot");
        }
        int number = slot.asInt();
        return new Reading.Understood(
                switch (intent) {
                    case "look" -> new Input.Looked(number);
                    case "add" -> new Input.Added(number);
                    case "remove" -> new Input.Removed(number);
                    case "mended" -> new Input.SlotMended(number);
                    default -> new Input.Bought(number, freshSales.get());
                });
    }

    private static Reading code(JsonNode digits) {
        return ServiceCode.read(digits.isString() ? digits.asString() : "")
                .<Reading>map(code -> new Reading.Understood(new Input.CodeEntered(code)))
                .orElseGet(() -> new Reading.Refused("malformed"));
    }

    private static Reading lift(JsonNode compartment, String goods) {
        for (Checked checked : Checked.values()) {
            if (compartment.isInt() && checked.word().equals(goods)) {
                return new Reading.Understood(
                        new Input.ColdGoodsChecked(compartment.asInt(), checked));
            }
        }
        return new Reading.Refused("malformed");
    }

    private static Reading pay(String way) {
        return switch (way) {
            case "card" -> chose(new Method.Card());
            case "wechat" -> chose(new Method.ShownCode(Wallet.WECHAT));
            case "alipay" -> chose(new Method.ShownCode(Wallet.ALIPAY));
            default -> new Reading.Refused("malformed");
        };
    }

    private static Reading chose(Method method) {
        return new Reading.Understood(new Input.ChoseWay(method));
    }
}
