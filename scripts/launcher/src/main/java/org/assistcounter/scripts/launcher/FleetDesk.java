package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Asks the fleet what it has booked, and works its parts and its sandbox wallet. */
public final class FleetDesk {
    private final URI address;
    private final Path data;
    private final Web web;

    FleetDesk(URI address, Path data, Web web) {
        this.address = address;
        this.data = data;
        this.web = web;
    }

    /** Whether server, database and broker all work. */
    public boolean isHealthy() {
        return web.answers(address.resolve("/health"));
    }

    /** What the ledger says now. */
    public Ledger ledger() {
        return Ledger.of(
                web.json(address.resolve("/books/balances")),
                web.json(address.resolve("/books/cases")));
    }

    /** What the wallet itself took and gave back, by its own books. */
    JsonNode walletSums() {
        return web.json(address.resolve("/sandbox-wallet/books/sums"));
    }

    /** Pays as a phone does that scanned this code. */
    public void payAtWallet(String code) {
        URI page = URI.create(code);
        if (!web.answers(page)) {
            throw new Refusal("The wallet has no page " + page + ".");
        }
        web.require(URI.create(code + "/pay"), "");
    }

    /** Stops or starts the broker or the database while the server goes on. */
    public void order(String part, String order) {
        web.require(
                address.resolve("/demonstration/" + part + "/" + order),
                "",
                "X-Demonstration-Key",
                DataFolder.read(DataFolder.demonstrationKey(data)));
    }
}
