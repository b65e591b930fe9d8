package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.wechat.WeChatBills;
import org.junit.jupiter.api.Test;

/** WeChat Pay's library with the fleet's bills on it. */
class WeChatBillContractTest extends BillContract {

    @Override
    GatewayContract contract() {
        return new WeChatContractTest();
    }

    @Override
    BillSource bills(String address, Path keys, Path spool) {
        return new WeChatBills(WeChatContractTest.settings(address, keys), spool);
    }

    @Test
    void isNotBelievedWhenItIsAnotherFileThanWasSignedFor() {
        paid();
        wallets().faults().set(Fault.BILL_WRONG_HASH, 1);

        assertThat(refused(day())).isEqualTo(BillAnswer.Fault.WRONG_HASH);
        assertThat(read(day()).answer()).isInstanceOf(BillAnswer.Taken.class);
    }
}
