package org.assistcounter.fleet.wallets.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.assistcounter.fleet.wallets.BillRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a bill may be fetched from. */
class AlipayAddressTest {

    private static final URI GATEWAY = URI.create("http://127.0.0.1:8090/gateway.do");
    private static final String BILL = "dwbillcenter.alipay.com/downloadBillFile.resource?fileId=1";

    @Test
    void asksAlipayEncryptedThoughItTellsAPlainAddress() {
        assertThat(AlipayBills.own("http://" + BILL, null))
                .isEqualTo(URI.create("https://" + BILL));
        assertThat(AlipayBills.own("https://" + BILL, GATEWAY))
                .isEqualTo(URI.create("https://" + BILL));
    }

    @Test
    void asksWhereTheGatewayOfTheSettingsIs() {
        assertThat(AlipayBills.own("http://127.0.0.1:8090/alipay-bills/1", GATEWAY))
                .isEqualTo(URI.create("http://127.0.0.1:8090/alipay-bills/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evilalipay.com/bill",
                "http://alipay.com.evil.example/bill",
                "http://dwbillcenter.alipay.com@evil.example/bill",
                "http://dwbillcenter.alipay.com:8080/bill",
                "file:///etc/passwd",
                "ftp://dwbillcenter.alipay.com/bill",
                "http://127.0.0.1:8091/bill",
                "http://169.254.169.254/latest",
                "not an address",
                ""
            })
    void refusesEveryOtherPlace(String address) {
        assertThatThrownBy(() -> AlipayBills.own(address, GATEWAY)).isInstanceOf(BillRefused.class);
    }
}
