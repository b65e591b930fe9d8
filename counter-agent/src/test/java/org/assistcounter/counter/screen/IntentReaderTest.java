package org.assistcounter.counter.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.screen.IntentReader.Reading;
import org.assistcounter.counter.service.Checked;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of a browser, honest and not. */
class IntentReaderTest {
    private static final SaleId FRESH = SaleId.of(9, 9);
    private static final long REVISION = 12;
    private static final int KNOWN = 11;

    private int drawn;
    private final IntentReader reader =
            new IntentReader(() -> {
                drawn++;
                return FRESH;
            });

    @Test
    void understandsALook() {
        assertUnderstood(intent("look", ",\"slot\":11"), new Input.Looked(KNOWN));
    }

    @Test
    void drawsASaleForAWish() {
        assertUnderstood(intent("buy", ",\"slot\":11"), new Input.Bought(KNOWN, FRESH));
        assertThat(drawn).isOne();
    }

    @Test
    void understandsABasket() {
        assertUnderstood(intent("add", ",\"slot\":11"), new Input.Added(KNOWN));
        assertUnderstood(intent("remove", ",\"slot\":11"), new Input.Removed(KNOWN));
        assertUnderstood(intent("basket", ""), new Input.Reviewed());
        assertThat(drawn).isZero();
        assertUnderstood(intent("checkout", ""), new Input.CheckedOut(FRESH));
        assertThat(drawn).isOne();
    }

    @Test
    void understandsEveryWayToPay() {
        assertUnderstood(pay("card"), new Input.ChoseWay(new Method.Card()));
        for (Wallet wallet : Wallet.values()) {
            assertUnderstood(
                    pay(wallet.name().toLowerCase(Locale.ROOT)),
                    new Input.ChoseWay(new Method.ShownCode(wallet)));
        }
    }

    @Test
    void understandsIntentsWithoutMore() {
        assertUnderstood(intent("back", ""), new Input.WentBack());
        assertUnderstood(intent("cancel", ""), new Input.Cancelled());
        assertUnderstood(intent("done", ""), new Input.Finished());
    }

    @Test
    void understandsATechnician() {
        assertUnderstood(intent("service", ""), new Input.ServiceWanted());
        assertUnderstood(
                intent("code", ",\"digits\":\"402917\""),
                new Input.CodeEntered(new ServiceCode("402917")));
        assertUnderstood(intent("mended", ",\"slot\":11"), new Input.SlotMended(KNOWN));
        assertUnderstood(
                intent("lift", ",\"compartment\":1,\"goods\":\"restocked\""),
                new Input.ColdGoodsChecked(1, Checked.RESTOCKED));
        assertUnderstood(intent("sign-out", ""), new Input.ServiceEnded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"digits\":402917",
                ",\"digits\":\"\"",
                ",\"digits\":\"40291\"",
                ",\"digits\":\"402917061\"",
                ",\"digits\":\"40291x\""
            })
    void refusesWhatIsNoServiceCode(String digits) {
        assertRefused(intent("code", digits), "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"compartment\":1",
                ",\"goods\":\"restocked\"",
                ",\"compartment\":\"1\",\"goods\":\"restocked\"",
                ",\"compartment\":1,\"goods\":\"eaten\"",
                ",\"compartment\":4294967297,\"goods\":\"restocked\""
            })
    void refusesToLiftWhatIsNotNamed(String lift) {
        assertRefused(intent("lift", lift), "malformed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 11, 13, Long.MAX_VALUE})
    void callsAnotherRevisionStale(long revision) {
        assertRefused("{\"revision\":" + revision + ",\"intent\":\"done\"}", "stale");
    }

    @Test
    void refusesAnEmptyFrame() {
        assertRefused("", "malformed");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertRefused("look at slot 11", "malformed");
    }

    @Test
    void refusesJsonThatIsCutOff() {
        assertRefused("{\"revision\":12,\"intent\":\"do", "malformed");
    }

    @Test
    void refusesMoreAfterTheJson() {
        assertRefused(intent("done", "") + " {}", "malformed");
    }

    @Test
    void refusesJsonThatIsNoObject() {
        assertRefused("[12,\"done\"]", "malformed");
        assertRefused("null", "malformed");
        assertRefused("12", "malformed");
    }

    @Test
    void refusesAMissingRevision() {
        assertRefused("{\"intent\":\"done\"}", "malformed");
    }

    @Test
    void refusesARevisionInQuotes() {
        assertRefused("{\"revision\":\"12\",\"intent\":\"done\"}", "malformed");
    }

    @Test
    void refusesARevisionWithAFraction() {
        assertRefused("{\"revision\":12.5,\"intent\":\"done\"}", "malformed");
    }

    @Test
    void refusesARevisionTooLargeForALong() {
        assertRefused("{\"revision\":18446744073709551628,\"intent\":\"done\"}", "malformed");
    }

    @Test
    void refusesAMissingIntent() {
        assertRefused("{\"revision\":12}", "malformed");
    }

    @Test
    void refusesAnIntentThatIsNoText() {
        assertRefused("{\"revision\":12,\"intent\":7}", "malformed");
    }

    @Test
    void refusesAnUnknownIntent() {
        assertRefused(intent("open-door", ""), "unknown-intent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"slot\":99",
                ",\"slot\":\"11\"",
                ",\"slot\":11.0",
                ",\"slot\":-11",
                ",\"slot\":4294967307",
                ",\"slot\":null",
                ",\"slot\":[11]"
            })
    void refusesASlotThatTheShelfDoesNotHave(String slot) {
        assertRefused(intent("look", slot), "unknown-slot");
        assertRefused(intent("buy", slot), "unknown-slot");
        assertThat(drawn).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"way\":\"cash\"",
                ",\"way\":\"wallet\"",
                ",\"way\":7",
                ",\"way\":{\"a\":1}"
            })
    void refusesAnotherWayToPay(String way) {
        assertRefused(intent("pay", way), "malformed");
    }

    @Test
    void refusesAFrameThatIsTooLong() {
        assertRefused(intent("done", ",\"more\":\"" + "x".repeat(1_024) + '"'), "malformed");
    }

    @Test
    void refusesDeepNesting() {
        assertRefused("[".repeat(1_000), "malformed");
    }

    private static String pay(String way) {
        return intent("pay", ",\"way\":\"" + way + '"');
    }

    private static String intent(String name, String more) {
        return "{\"revision\":12,\"intent\":\"" + name + '"' + more + '}';
    }

    private void assertUnderstood(String frame, Input input) {
        assertThat(read(frame)).isEqualTo(new Reading.Understood(input));
    }

    private void assertRefused(String frame, String word) {
        assertThat(read(frame)).isEqualTo(new Reading.Refused(word));
    }

    private Reading read(String frame) {
        return reader.read(frame, REVISION, slot -> slot == KNOWN);
    }
}
