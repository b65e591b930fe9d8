package org.assistcounter.protocol.ask;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/**
 * What a counter asks while a shopper waits. Every question names the payment attempt, so asking
 * again changes nothing.
 */
public sealed interface Question {

    /** The wallet's order number: sale and attempt. */
    String attempt();

    /** Make an order that the shopper can pay by scanning a code. */
    record OrderWallet(String attempt, long amountMinor, String currency, String description)
            implements Question {}

    /** Has it been paid? */
    record QueryWallet(String attempt) implements Question {}

    /** The sale has ended: nobody shall be able to pay it any more. */
    record CloseWallet(String attempt) implements Question {}

    /** The bytes of a question. */
    static byte[] encode(Question question) {
        CborMap map = new CborMap().put("v", 1).put("attempt", question.attempt());
        return Cbor.encode(
                switch (question) {
                    case OrderWallet order ->
                            map.put("ask", "order")
                                    .put("amount", order.amountMinor())
                                    .put("currency", order.currency())
                                    .put("description", order.description());
                    case QueryWallet _ -> map.put("ask", "query");
                    case CloseWallet _ -> map.put("ask", "close");
                });
    }

    /** Reads a question. */
    static Question decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", 1, 1);
        String attempt = map.text("attempt");
        if (!attempt.matches("[0-9A-Z]{26}-[0-9]{1,2}")) {
            throw new MalformedCborException("attempt is not a sale and a number");
        }
        String ask = map.text("ask");
        return switch (ask) {
            case "order" ->
                    new OrderWallet(
                            attempt,
                            map.integer("amount", 1, 100_000_00L),
                            map.text("currency"),
                            map.text("description"));
            case "query" -> new QueryWallet(attempt);
            case "close" -> new CloseWallet(attempt);
            default -> throw new MalformedCborException("ask is the unknown word " + ask);
        };
    }
}
