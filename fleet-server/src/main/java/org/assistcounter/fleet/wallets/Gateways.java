package org.assistcounter.fleet.wallets;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assistcounter.fleet.settings.StartRefused;
import org.assistcounter.protocol.ask.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * Which wallet an order goes to. A new one goes to the wallet that the shopper chose, or to the
 * sandbox where that one is not set up; a known one goes to whoever has it.
 */
final class Gateways {
    private final Map<WalletKind, WalletGateway> known = new EnumMap<>(WalletKind.class);
    private final Set<Wallet> offered = EnumSet.noneOf(Wallet.class);

    Gateways(List<WalletGateway> gateways, @Nullable List<Wallet> offered) {
        gateways.forEach(gateway -> known.put(gateway.terms().kind(), gateway));
        for (Wallet wallet : offered == null ? List.of(Wallet.values()) : offered) {
            if (find(wallet) != null) {
                this.offered.add(wallet);
            } else if (offered != null) {
                throw new StartRefused(
                        "assistcounter.wallets.offered names " + wallet + ", which is not set up.",
                        "Set it up, or take it out of the list.");
            }
        }
    }

    /** Who makes a new order; empty when the fleet does not take this wallet. */
    Optional<WalletGateway> offered(Wallet wallet) {
        return offered.contains(wallet) ? Optional.ofNullable(find(wallet)) : Optional.empty();
    }

    /** Who has the orders of a kind. */
    WalletGateway of(WalletKind kind) {
        WalletGateway gateway = known.get(kind);
        if (gateway == null) {
            throw new WalletTrouble(kind + " has orders and is not set up any more.");
        }
        return gateway;
    }

    private @Nullable WalletGateway find(Wallet wallet) {
        WalletKind kind =
                switch (wallet) {
                    case WECHAT -> WalletKind.WECHAT;
                    case ALIPAY -> WalletKind.ALIPAY;
                };
        WalletGateway own = known.get(kind);
        return own == null ? known.get(WalletKind.SANDBOX) : own;
    }
}
