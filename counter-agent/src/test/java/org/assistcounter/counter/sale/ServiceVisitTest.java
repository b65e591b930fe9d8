package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** A technician comes, signs in, mends and leaves; and a stranger who would be one. */
class ServiceVisitTest {
    private static final ServiceCode CODE = new ServiceCode("402917");
    private static final Fact.ServiceSigned IN = new Fact.ServiceSigned(true, "code");
    private static final long MINUTE = 60_000;

    private final PlayedCounter counter = PlayedCounter.ready();

    @Test
    void asksForTheCodeOnRequest() {
        counter.on(new Input.ServiceWanted());

        assertThat(word()).isEqualTo(Visit.Word.ENTER);
    }

    @Test
    void emptiesABasketForATechnicianButLeavesAnOpenSaleAlone() {
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.ServiceWanted());
        assertThat(word()).isEqualTo(Visit.Word.ENTER);

        PlayedCounter selling = PlayedCounter.choosing(Goods.APPLE);
        selling.on(new Input.ServiceWanted());
        assertThat(selling.state().phase()).isInstanceOf(Phase.Choosing.class);
    }

    @Test
    void leavesALastPageAlone() {
        PlayedCounter buying = PlayedCounter.dispensing();
        buying.turnEnded(PlayedCounter.TAKEN);

        buying.on(new Input.ServiceWanted());

        assertThat(buying.state().phase()).isInstanceOf(Phase.Ended.class);
    }

    @Test
    void hasTheCodeComparedAtTheEdge() {
        type();

        assertThat(counter.effects()).containsExactly(new Effect.CompareCode(1, CODE));
        assertThat(visit()).isInstanceOf(Visit.Checking.class);
    }

    @Test
    void signsInWithTheRightCodeAndWritesItDown() {
        signIn();

        assertThat(counter.facts(Fact.ServiceSigned.class)).containsExactly(IN);
        assertThat(visit()).isInstanceOf(Visit.SignedIn.class);
    }

    @Test
    void sellsNothingWhileATechnicianIsSignedIn() {
        signIn();

        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));
        counter.on(new Input.Added(Goods.APPLE));
        counter.on(new Input.CheckedOut(PlayedCounter.SALE));
        counter.on(new Input.ScannedCode("134567890123456789"));
        counter.on(new Input.WentBack());
        counter.on(new Input.Cancelled());

        assertThat(visit()).isInstanceOf(Visit.SignedIn.class);
        assertThat(counter.facts(Fact.SaleOpened.class)).isEmpty();
    }

    @Test
    void signsOutAndSellsAgain() {
        signIn();

        counter.on(new Input.ServiceEnded());

        assertThat(counter.facts().getLast()).isEqualTo(new Fact.ServiceSigned(false, "left"));
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));
        assertThat(counter.state().phase()).isInstanceOf(Phase.Choosing.class);
    }

    @Test
    void signsOutWhoDoesNothingForThreeMinutes() {
        signIn();
        long began = counter.millis();

        counter.waitForDeadline();

        assertThat(counter.millis() - began).isEqualTo(3 * MINUTE);
        assertThat(counter.facts().getLast()).isEqualTo(new Fact.ServiceSigned(false, "idle"));
        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void staysSignedInWhileAHandMovesTheDoor() {
        signIn();
        counter.waitFor(2 * MINUTE);

        counter.on(new Input.CabinetSaid(new CabinetEvent.DoorOpened()));
        counter.waitFor(2 * MINUTE);

        assertThat(visit()).isInstanceOf(Visit.SignedIn.class);
    }

    @Test
    void leavesTheKeypadWhenNobodyTypes() {
        counter.on(new Input.ServiceWanted());

        counter.waitForDeadline();

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(counter.facts()).isEmpty();
    }

    @Test
    void writesAWrongCodeDownAndAsksAgain() {
        type();
        compared(CodeVerdict.WRONG);

        assertThat(counter.facts()).containsExactly(new Fact.ServiceRefused(1, 0));
        assertThat(word()).isEqualTo(Visit.Word.WRONG);
    }

    @Test
    void takesNoCodeForTenMinutesAfterFiveWrongOnes() {
        fiveWrongCodes();
        assertThat(word()).isEqualTo(Visit.Word.PAUSED);
        assertThat(counter.facts().getLast()).isEqualTo(new Fact.ServiceRefused(5, 10 * MINUTE));
        counter.effects().clear();

        counter.on(new Input.CodeEntered(CODE));

        assertThat(counter.effects()).isEmpty();
        assertThat(word()).isEqualTo(Visit.Word.PAUSED);
    }

    @Test
    void takesTheRightCodeAfterThePause() {
        fiveWrongCodes();
        counter.waitFor(10 * MINUTE);

        signIn();

        assertThat(counter.facts().getLast()).isEqualTo(IN);
        assertThat(counter.state().desk().attempts().wrong()).isZero();
    }

    @Test
    void sellsDuringAPause() {
        fiveWrongCodes();
        counter.on(new Input.Cancelled());

        counter.on(new Input.Looked(Goods.APPLE));

        assertThat(counter.state().phase()).isInstanceOf(Phase.Looking.class);
    }

    @Test
    void countsAWrongCodeWhoseAnswerComesLate() {
        type();
        counter.waitForDeadline();

        compared(CodeVerdict.WRONG);

        assertThat(counter.facts()).containsExactly(new Fact.ServiceRefused(1, 0));
        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void signsNobodyInWhoHasGone() {
        type();
        counter.waitForDeadline();

        compared(CodeVerdict.RIGHT);

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(counter.facts()).isEmpty();
    }

    @Test
    void signsNobodyInByTheAnswerToAnEarlierCode() {
        type();
        counter.waitForDeadline();
        type();

        counter.on(new Input.CodeCompared(1, CodeVerdict.RIGHT));

        assertThat(visit()).isInstanceOf(Visit.Checking.class);
    }

    @Test
    void endsNoPauseByAnAnswerThatOverlapsAnother() {
        for (int i = 0; i < 4; i++) {
            type();
            compared(CodeVerdict.WRONG);
        }
        type();
        counter.waitForDeadline();
        type();
        counter.on(new Input.CodeCompared(5, CodeVerdict.WRONG));
        assertThat(counter.facts().getLast()).isEqualTo(new Fact.ServiceRefused(5, 10 * MINUTE));

        counter.on(new Input.CodeCompared(6, CodeVerdict.RIGHT));

        assertThat(word()).isEqualTo(Visit.Word.PAUSED);
        type();
        assertThat(word()).isEqualTo(Visit.Word.PAUSED);
    }

    @Test
    void shortensNoPauseByALateWrongAnswer() {
        fiveWrongCodes();

        counter.on(new Input.CodeCompared(6, CodeVerdict.WRONG));
        counter.on(new Input.CodeEntered(CODE));

        assertThat(word()).isEqualTo(Visit.Word.PAUSED);
    }

    @Test
    void saysThatNoCodeIsSet() {
        type();
        compared(CodeVerdict.NOT_SET);

        assertThat(word()).isEqualTo(Visit.Word.NOT_SET);
        assertThat(counter.facts()).isEmpty();
    }

    @Test
    void switchesAMendedSlotOnAgain() {
        jammed();
        signIn();

        counter.on(new Input.SlotMended(Goods.APPLE));

        assertThat(counter.facts().getLast())
                .isEqualTo(new Fact.SlotSwitched(Goods.APPLE, true, "serviced"));
        assertThat(counter.state().shelf().slotsOff()).isEmpty();
        assertThat(counter.state().desk().troubles().slots()).isEmpty();
    }

    @Test
    void switchesNothingOnForAStranger() {
        jammed();

        counter.on(new Input.SlotMended(Goods.APPLE));
        counter.on(new Input.ServiceWanted());
        counter.on(new Input.SlotMended(Goods.APPLE));

        assertThat(counter.state().shelf().slotsOff()).containsExactly(Goods.APPLE);
    }

    @Test
    void writesNothingAboutASlotThatIsOnAlready() {
        signIn();

        counter.on(new Input.SlotMended(Goods.APPLE));

        assertThat(counter.facts(Fact.SlotSwitched.class)).isEmpty();
    }

    private void jammed() {
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));
        counter.buyByCard();
        counter.turnEnded(PlayedCounter.JAMMED);
        counter.waitFor(5 * MINUTE);
        assertThat(counter.state().shelf().slotsOff()).containsExactly(Goods.APPLE);
    }

    private void fiveWrongCodes() {
        for (int i = 0; i < 5; i++) {
            type();
            compared(CodeVerdict.WRONG);
        }
    }

    private void signIn() {
        type();
        compared(CodeVerdict.RIGHT);
    }

    private void type() {
        counter.on(new Input.ServiceWanted());
        counter.on(new Input.CodeEntered(CODE));
    }

    private void compared(CodeVerdict verdict) {
        counter.on(new Input.CodeCompared(counter.state().desk().attempts().asked(), verdict));
    }

    private Visit visit() {
        assertThat(counter.state().phase()).isInstanceOf(Phase.Servicing.class);
        return ((Phase.Servicing) counter.state().phase()).visit();
    }

    private Visit.Word word() {
        assertThat(visit()).isInstanceOf(Visit.Entering.class);
        return ((Visit.Entering) visit()).word();
    }
}
