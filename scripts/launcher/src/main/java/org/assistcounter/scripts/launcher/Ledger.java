package org.assistcounter.scripts.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The fleet's balances: account → unit → amount; money in fen under its currency, goods in pieces
 * under their product. A positive amount is a debit balance.
 *
 * @param cases what open cases hold: way and reason with a space between → fen
 */
public record Ledger(Map<String, Map<String, Long>> accounts, Map<String, Long> cases) {
    private static final String CURRENCY = "CNY";

    public Ledger {
        cases = new TreeMap<>(cases);
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        accounts.forEach((account, units) -> copy.put(account, new TreeMap<>(units)));
        accounts = copy;
    }

    /** Reads the lists of balances and of open cases, as the fleet's pages give them. */
    static Ledger of(JsonNode balances, JsonNode openCases) {
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
        return new Ledger(accounts, cases(openCases));
    }

    private static Map<String, Long> cases(JsonNode openCases) {
        if (!openCases.isArray()) {
            throw new Refusal("The fleet's open cases are not a list: " + openCases);
        }
        Map<String, Long> cases = new TreeMap<>();
        for (JsonNode open : openCases) {
            cases.merge(
                    open.path("way").asString() + " " + open.path("reason").asString(),
                    open.path("amount").asLong(),
                    Long::sum);
        }
        return cases;
    }

    /** What open cases of this way and reason hold, in fen. */
    public long heldFen(String way, String reason) {
        return cases.getOrDefault(way + " " + reason, 0L);
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
        Map<String, Long> newCases = new TreeMap<>(cases);
        earlier.cases.forEach((kind, amount) -> newCases.merge(kind, -amount, Long::sum));
        return new Ledger(difference, newCases);
    }
}
