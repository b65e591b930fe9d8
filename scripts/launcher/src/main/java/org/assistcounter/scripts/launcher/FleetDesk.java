package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the fleet what it has booked, and works its parts and its sandbox wallet. */
public final class FleetDesk {
    private final URI address;
    private final Path data;
    private final Web web;
    private final @Nullable URI gateway;

    /**
     * @param gateway where the wallets are, when they are not the sandbox
     */
    FleetDesk(URI address, Path data, Web web, @Nullable URI gateway) {
        this.gateway = gateway;
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
        JsonNode sandbox = web.json(address.resolve("/sandbox-wallet/books/sums"));
        if (gateway == null) {
            return sandbox;
        }
        JsonNode both = web.json(gateway.resolve("/books/sums"));
        return JsonMapper.shared()
                .createObjectNode()
                .put("paidMinor", sum("paidMinor", sandbox, both))
                .put("refundedMinor", sum("refundedMinor", sandbox, both));
    }

    private static long sum(String name, JsonNode one, JsonNode other) {
        return one.path(name).asLong() + other.path(name).asLong();
    }

    boolean hasWallets() {
        return gateway != null && web.answers(gateway.resolve("/books/sums"));
    }

    /** Pays as a phone does that scanned this code. */
    public void payAtWallet(String code) {
        if (gateway != null) {
            web.require(gateway.resolve("/phone/pay"), code);
            return;
        }
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
