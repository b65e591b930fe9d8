package org.assistcounter.scripts.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The fleet's balances: account → unit → amount; money in fen under its currency, goods in pieces
 * under their product. A positive amount is a debit balance.
 */
public record Ledger(Map<String, Map<String, Long>> accounts) {
    private static final String CURRENCY = "CNY";

    public Ledger {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        accounts.forEach((account, units) -> copy.put(account, new TreeMap<>(units)));
        accounts = copy;
    }

    /** Reads a list of objects with `account`, `unit` and `amount`. */
    static Ledger of(JsonNode balances) {
        if (!balances.isArray()) {
            throw new Refusal("The fleet's balances are not a list: " + balances);
        }
        Map<String, Map<String, Long>> accounts = new HashMap<>();
        for (JsonNode balance : balances) {
            accounts.computeIfAbsent(balance.path("account").asString(), _ -> new HashMap<>())
                    .merge(
                            balance.path("unit").asString(),
                            balance.path("amount").asLong(),
                            Long::sum);
        }
        return new Ledger(accounts);
    }

    /** The balance of a money account in fen. */
    public long fen(String account) {
        return accounts.getOrDefault(account, Map.of()).getOrDefault(CURRENCY, 0L);
    }

    /** The balance of a goods account, by product. */
    public Map<String, Long> pieces(String account) {
        return accounts.getOrDefault(account, Map.of());
    }

    /** The balance of a goods account over all products. */
    public long piecesInAll(String account) {
        return pieces(account).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The sum over all accounts in fen; in double entry it is zero. */
    long fenInAll() {
        return accounts.keySet().stream().mapToLong(this::fen).sum();
    }

    /** What was booked between an earlier moment and this one. */
    Ledger since(Ledger earlier) {
        Map<String, Map<String, Long>> difference = new HashMap<>();
        accounts.forEach((account, units) -> difference.put(account, new HashMap<>(units)));
        earlier.accounts.forEach((account, units) ->
                units.forEach((unit, amount) ->
                        difference
                                .computeIfAbsent(account, _ -> new HashMap<>())
                                .merge(unit, -amount, Long::sum)));
        return new Ledger(difference);
    }
}
