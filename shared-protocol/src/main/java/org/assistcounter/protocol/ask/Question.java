package org.assistcounter.protocol.ask;

import java.util.Optional;
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

    /** What is to be paid: minor units of a currency, and the product's code for the payer. */
    record Price(long amountMinor, String currency, String description) {}

    /** Make an order that the shopper pays by scanning a code with this wallet. */
    record OrderWallet(String attempt, Wallet wallet, Price price) implements Question {}

    /** Take the money by the code that the shopper's phone has shown to the scanner. */
    record ChargeCode(String attempt, PaymentCode code, Price price) implements Question {}

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
                            priced(map.put("ask", "order"), order.price())
                                    .put("wallet", order.wallet().name());
                    case ChargeCode charge ->
                            priced(map.put("ask", "charge"), charge.price())
                                    .put("code", charge.code().digits());
                    case QueryWallet _ -> map.put("ask", "query");
                    case CloseWallet _ -> map.put("ask", "close");
                });
    }

    /** Reads a question. */
    static Question decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        String attempt = attempt(map);
        String ask = map.text("ask");
        return switch (ask) {
            case "order" -> new OrderWallet(attempt, wallet(map.text("wallet")), price(map));
            case "charge" -> new ChargeCode(attempt, PaymentCode.of(map.text("code")), price(map));
            case "query" -> new QueryWallet(attempt);
            case "close" -> new CloseWallet(attempt);
            default -> throw new MalformedCborException("ask is the unknown word " + ask);
        };
    }

    /** The attempt of a question that would be one, had a known wallet the scanned code. */
    static Optional<String> attemptOfUnknownCode(byte[] bytes) {
        try {
            CborMap map = Cbor.decode(bytes);
            String attempt = attempt(map);
            boolean isCharge = map.text("ask").equals("charge");
            boolean isUnknown = PaymentCode.read(map.text("code")).isEmpty();
            return isCharge && isUnknown ? Optional.of(attempt) : Optional.empty();
        } catch (MalformedCborException none) {
            return Optional.empty();
        }
    }

    private static String attempt(CborMap map) throws MalformedCborException {
        map.integer("v", 1, 1);
        String attempt = map.text("attempt");
        if (!attempt.matches("[0-9A-Z]{26}-[0-9]{1,2}")) {
            throw new MalformedCborException("attempt is not a sale and a number");
        }
        return attempt;
    }

    private static CborMap priced(CborMap map, Price price) {
        return map.put("amount", price.amountMinor())
                .put("currency", price.currency())
                .put("description", price.description());
    }

    private static Price price(CborMap map) throws MalformedCborException {
        return new Price(
                map.integer("amount", 1, 100_000_00L),
                map.text("currency"),
                map.text("description"));
    }

    private static Wallet wallet(String word) throws MalformedCborException {
        for (Wallet wallet : Wallet.values()) {
            if (wallet.name().equals(word)) {
                return wallet;
            }
        }
        throw new MalformedCborException("wallet is the unknown word " + word);
    }
}
