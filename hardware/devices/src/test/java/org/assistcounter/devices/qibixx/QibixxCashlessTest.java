package org.assistcounter.devices.qibixx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.line.LineOutput;
import org.junit.jupiter.api.Test;

/** The driver against the published sessions, byte for byte. */
class QibixxCashlessTest {

    private final QibixxCashless driver = new QibixxCashless();

    @Test
    void writesTheLinesOfThePublishedSession() {
        driver.opened(0);

        assertThat(command(new CashlessCommand.Start())).isEqualTo("D,0\nD,1\n");
        assertThat(sent(heard("d,STATUS,RESET\r\nd,STATUS,INIT,0\r\n"))).isEmpty();
        assertThat(command(new CashlessCommand.Enable())).isEqualTo("D,READER,1\n");
        heard("d,STATUS,IDLE\r\nd,STATUS,CREDIT,10.00,0\r\n");
        assertThat(command(new CashlessCommand.RequestVend(105, 5))).isEqualTo("D,REQ,1.05,5\n");
        assertThat(heard("d,STATUS,VEND\r\nd,STATUS,RESULT,1,1.05\r\n").events())
                .containsExactly(new CashlessEvent.VendApproved(105));
        assertThat(command(new CashlessCommand.ConfirmVend(5))).isEqualTo("D,END\n");
        assertThat(heard("d,STATUS,IDLE\r\n").events())
                .containsExactly(
                        new CashlessEvent.VendConfirmed(), new CashlessEvent.SessionEnded());
        assertThat(command(new CashlessCommand.Disable())).isEqualTo("D,READER,0\n");
    }

    @Test
    void takesBackAnApprovalThatNobodyAskedFor() {
        driver.opened(0);
        command(new CashlessCommand.Start());
        heard("d,STATUS,INIT,0\n");

        LineOutput<CashlessEvent> output = heard("d,STATUS,RESULT,1,1.00\n");

        assertThat(sent(output)).isEqualTo("D,END,-1\n");
        assertThat(output.events()).singleElement().isInstanceOf(CashlessEvent.ReaderLost.class);
    }

    @Test
    void neverSendsASettlementTwice() {
        driver.opened(0);
        assertThat(command(new CashlessCommand.FailVend())).isEqualTo("D,END,-1\n");

        assertThat(sent(driver.elapsed(driver.deadlineMillis()))).isEmpty();
    }

    @Test
    void keepsASettlementCommandedBeforeTheLineOpens() {
        assertThat(command(new CashlessCommand.FailVend())).isEmpty();

        assertThat(sent(driver.opened(0))).isEqualTo("D,END,-1\n");
    }

    @Test
    void refusesAPriceThatSixteenBitsDoNotHold() {
        driver.opened(0);
        command(new CashlessCommand.Start());
        heard("d,STATUS,INIT,0\n");
        command(new CashlessCommand.Enable());
        heard("d,STATUS,IDLE\nd,STATUS,CREDIT\n");

        assertThatThrownBy(() -> command(new CashlessCommand.RequestVend(65_535, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String command(CashlessCommand command) {
        return sent(driver.commanded(command, 0));
    }

    private LineOutput<CashlessEvent> heard(String text) {
        return driver.received(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    private static String sent(LineOutput<CashlessEvent> output) {
        List<byte[]> sends = output.sends();
        return sends.stream()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .collect(Collectors.joining());
    }
}
