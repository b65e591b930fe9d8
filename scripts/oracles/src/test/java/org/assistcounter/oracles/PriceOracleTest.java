package org.assistcounter.oracles;

import java.util.List;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

/** Prices of the fleet: what must be noticed, and what is right. */
class PriceOracleTest {
    private static final String PRICE = "price";
    private static final CounterId COUNTER = CounterId.of(new byte[CounterId.LENGTH]);

    private final Story story = Story.ofOneApple();

    @Test
    void takesASaleByTheStateInForce() {
        inForce(1, Story.PRICE, true);
        story.paidByCard();
    }

    @Test
    void noticesASaleAtThePriceOfTheListWhereAnotherIsInForce() {
        inForce(1, Story.PRICE + 1, true);
        Story.breaks(PRICE, "the state in force", story::opened);
    }

    @Test
    void noticesASaleOfWhatIsStopped() {
        inForce(1, 0, false);
        Story.breaks(PRICE, "the state in force", story::opened);
    }

    @Test
    void noticesAStateThatComesIntoForceInASale() {
        stage(1, Story.PRICE, true);
        story.opened();
        Story.breaks(PRICE, "in a sale", () -> story.fact(new Fact.DesiredApplied(1)));
    }

    @Test
    void noticesAStateThatTheFleetNeverSigned() {
        SignedState state = signed(1, Story.PRICE, true);
        Story.breaks(PRICE, "no newer one", () -> story.fact(new Fact.DesiredStaged(state)));
    }

    @Test
    void noticesAStateThatGoesBack() {
        inForce(2, Story.PRICE, true);
        Story.breaks(PRICE, "no newer one", () -> stage(1, Story.PRICE, true));
    }

    @Test
    void noticesAStateInForceThatIsNotTheNewestStaged() {
        stage(1, Story.PRICE, true);
        stage(2, Story.PRICE, true);
        Story.breaks(PRICE, "not the newest", () -> story.fact(new Fact.DesiredApplied(1)));
    }

    @Test
    void noticesAPriceThatIsTooDear() {
        Story.breaks(PRICE, "dearer", () -> stage(1, 2 * Story.PRICE + 1, true));
    }

    @Test
    void noticesAPriceThatChangesBeforeAShoppersEyes() {
        story.world(sees(Story.PRICE));
        Story.breaks(PRICE, "before a shopper's eyes", () -> story.world(sees(Story.PRICE + 1)));
    }

    @Test
    void noticesASaleAtAnotherPriceThanTheOneShown() {
        story.world(sees(Story.PRICE + 1));
        Story.breaks(PRICE, "asks for another price", story::opened);
    }

    @Test
    void takesAnotherPriceForTheNextShopper() {
        story.world(sees(Story.PRICE)).opened().closes(SaleOutcome.UNPAID, 0, 0, 0);
        story.world(new WorldFact.ShopperSees(List.of()), sees(Story.PRICE + 1));
    }

    private void inForce(long revision, long price, boolean offered) {
        stage(revision, price, offered);
        story.fact(new Fact.DesiredApplied(revision));
    }

    private void stage(long revision, long price, boolean offered) {
        story.world(
                new WorldFact.StateSigned(
                        revision, List.of(new WorldFact.Wanted("apple", price, offered))));
        story.fact(new Fact.DesiredStaged(signed(revision, price, offered)));
    }

    private static SignedState signed(long revision, long price, boolean offered) {
        return SignedState.of(
                new DesiredState(revision, List.of(new Terms("apple", price, offered))),
                COUNTER,
                new Ed25519(new byte[Ed25519.KEY_LENGTH]));
    }

    private static WorldFact.ShopperSees sees(long price) {
        return new WorldFact.ShopperSees(List.of(new WorldFact.Shown(Story.SLOT, price)));
    }
}
