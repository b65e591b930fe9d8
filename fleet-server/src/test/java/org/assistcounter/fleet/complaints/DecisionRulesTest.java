package org.assistcounter.fleet.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.Decision.State;
import org.assistcounter.fleet.complaints.DecisionRules.Ruled;
import org.assistcounter.fleet.complaints.DecisionRules.Wish;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of settling, one refusal a test. */
class DecisionRulesTest {
    private static final long LIMIT = 10_000;
    private static final By ONE = new By("one", Instant.EPOCH);
    private static final By OTHER = new By("other", Instant.EPOCH.plusSeconds(60));
    private static final Wish BACK = new Wish(Finding.PAY_BACK, "counted, one too many");

    @Test
    void owesTheMoneyOfACardUntilSomebodySendsIt() {
        assertThat(state(decide(card(990), null, BACK))).isEqualTo(State.OWED);
    }

    @Test
    void leavesTheMoneyOfAWalletToTheWallet() {
        CaseFile wallet = file(PaymentWay.WALLET, CaseReason.UNPROVEN_DELIVERY, 990);

        assertThat(state(decide(wallet, null, BACK))).isEqualTo(State.SETTLED);
    }

    @Test
    void owesNothingWhenTheGoodsDidCome() {
        Wish came = new Wish(Finding.DELIVERED, "seen on the camera");

        assertThat(state(decide(card(990), null, came))).isEqualTo(State.SETTLED);
    }

    @Test
    void onlyProposesFromTheLimitOn() {
        assertThat(state(decide(card(LIMIT - 1), null, BACK))).isEqualTo(State.OWED);
        assertThat(state(decide(card(LIMIT), null, BACK))).isEqualTo(State.PROPOSED);
    }

    @Test
    void refusesASecondDecision() {
        CaseFile file = card(990);
        Decision first = stands(decide(file, null, BACK));

        assertThat(refusal(decide(file, first, BACK))).isEqualTo(Refusal.DECIDED_ALREADY);
        assertThat(refusal(decide(settled(file), null, BACK))).isEqualTo(Refusal.DECIDED_ALREADY);
    }

    @Test
    void refusesWhatCannotBeTheEndOfTheCase() {
        Wish notTaken = new Wish(Finding.NOT_TAKEN, "the acquirer has none");

        assertThat(refusal(decide(card(990), null, notTaken))).isEqualTo(Refusal.DOES_NOT_FIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "abc", "\t\n abc \n"})
    void refusesADecisionWithoutAGround(String why) {
        Ruled ruled = decide(card(990), null, new Wish(Finding.PAY_BACK, why));

        assertThat(refusal(ruled)).isEqualTo(Refusal.WHY_MISSING);
    }

    @Test
    void refusesAGroundThatIsABook() {
        Ruled ruled = decide(card(990), null, new Wish(Finding.PAY_BACK, "x".repeat(501)));

        assertThat(refusal(ruled)).isEqualTo(Refusal.WHY_MISSING);
    }

    @Test
    void nobodyAgreesWithThemselves() {
        CaseFile file = card(LIMIT);
        Decision proposed = stands(decide(file, null, BACK));

        assertThat(refusal(DecisionRules.second(file, proposed, Instant.EPOCH, ONE)))
                .isEqualTo(Refusal.SAME_PERSON);
        assertThat(state(DecisionRules.second(file, proposed, Instant.EPOCH, OTHER)))
                .isEqualTo(State.OWED);
    }

    @Test
    void agreesOnlyWithWhatIsProposed() {
        CaseFile file = card(990);
        Decision owed = stands(decide(file, null, BACK));

        assertThat(refusal(DecisionRules.second(file, owed, Instant.EPOCH, OTHER)))
                .isEqualTo(Refusal.NOT_PROPOSED);
        assertThat(refusal(DecisionRules.second(file, null, Instant.EPOCH, OTHER)))
                .isEqualTo(Refusal.NOT_PROPOSED);
        assertThat(DecisionRules.isSeen(owed, Instant.EPOCH)).isFalse();
        assertThat(DecisionRules.isSeen(null, Instant.EPOCH)).isFalse();
    }

    @Test
    void paysOutOnceAndOnlyWhatIsOwed() {
        CaseFile file = card(990);
        Decision owed = stands(decide(file, null, BACK));

        Decision paid = stands(DecisionRules.payOut(owed, Payout.ACQUIRER, " RF-0001 ", OTHER));

        assertThat(paid.state()).isEqualTo(State.SETTLED);
        assertThat(paid.paid()).isEqualTo(new Decision.Paid(Payout.ACQUIRER, "RF-0001", OTHER));
        assertThat(refusal(DecisionRules.payOut(paid, Payout.ACQUIRER, "RF-0002", OTHER)))
                .isEqualTo(Refusal.NOT_OWED);
        assertThat(refusal(DecisionRules.payOut(null, Payout.ACQUIRER, "RF-0002", OTHER)))
                .isEqualTo(Refusal.NOT_OWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "RF1"})
    void refusesAPayoutThatNobodyCanFindAgain(String reference) {
        Decision owed = stands(decide(card(990), null, BACK));

        assertThat(refusal(DecisionRules.payOut(owed, Payout.TRANSFER, reference, ONE)))
                .isEqualTo(Refusal.REFERENCE_MISSING);
    }

    @Test
    void noRuleMayDoAloneWhatNoPersonMay() {
        assertThat(catchWords(() -> new ComplaintSettings(Duration.ofHours(1), 10_000, 10_000)))
                .contains("second-from-minor");
        assertThat(catchWords(() -> new ComplaintSettings(Duration.ofHours(-1), 0, 10_000)))
                .contains("nothing or more");
    }

    private static String catchWords(Runnable work) {
        try {
            work.run();
            return "";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Ruled decide(CaseFile file, @Nullable Decision standing, Wish wish) {
        return DecisionRules.decide(file, standing, wish, ONE, LIMIT);
    }

    private static Decision stands(Ruled ruled) {
        assertThat(ruled).isInstanceOf(Ruled.Stands.class);
        return ((Ruled.Stands) ruled).decision();
    }

    private static State state(Ruled ruled) {
        return stands(ruled).state();
    }

    private static Refusal refusal(Ruled ruled) {
        assertThat(ruled).isInstanceOf(Ruled.Refused.class);
        return ((Ruled.Refused) ruled).why();
    }

    private static CaseFile card(long amountMinor) {
        return file(PaymentWay.CARD, CaseReason.UNPROVEN_DELIVERY, amountMinor);
    }

    private static CaseFile file(PaymentWay way, CaseReason reason, long amountMinor) {
        return new CaseFile(
                7,
                new CaseFile.Where("t", "c"),
                new OpenCase.Line("0123456789ABCDEFGHJKMNPQRS", 11, "apples"),
                1,
                new CaseFile.Claim(way, reason, amountMinor, "CNY"),
                new CaseFile.Times(Instant.EPOCH, Instant.EPOCH, null));
    }

    private static CaseFile settled(CaseFile file) {
        var times = new CaseFile.Times(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        return new CaseFile(
                file.id(), file.where(), file.line(), file.lineNumber(), file.claim(), times);
    }
}
