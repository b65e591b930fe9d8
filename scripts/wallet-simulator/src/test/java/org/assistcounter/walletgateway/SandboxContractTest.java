package org.assistcounter.walletgateway;

import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.store.SandboxStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wallet of the demonstration, which must not promise what no wallet keeps. */
@ExtendWith(SharedFleet.class)
class SandboxContractTest extends WalletContract {

    private final FleetWithWallets fleet;
    private SandboxStore.Sums before = new SandboxStore.Sums(0, 0);

    SandboxContractTest(FleetWithWallets fleet) {
        this.fleet = fleet;
    }

    @BeforeEach
    void look() {
        before = fleet.sandboxSums();
    }

    @Override
    WalletGateway wallet() {
        return fleet.gateway(WalletKind.SANDBOX);
    }

    @Override
    boolean pay(String code) {
        return fleet.payInTheSandbox(code);
    }

    @Override
    long paidMinor() {
        return fleet.sandboxSums().paidMinor() - before.paidMinor();
    }

    @Override
    long refundedMinor() {
        return fleet.sandboxSums().refundedMinor() - before.refundedMinor();
    }

    @Override
    String prefix() {
        return "13";
    }
}
