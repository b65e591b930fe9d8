package org.assistcounter.walletgateway;

import java.nio.file.Path;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.alipay.AlipayBills;

/** Alipay's library with the fleet's bills on it. */
class AlipayBillContractTest extends BillContract {

    @Override
    GatewayContract contract() {
        return new AlipayContractTest();
    }

    @Override
    BillSource bills(String address, Path keys, Path spool) {
        return new AlipayBills(AlipayContractTest.settings(address, keys), spool);
    }
}
