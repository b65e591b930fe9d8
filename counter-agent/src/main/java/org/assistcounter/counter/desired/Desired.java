package org.assistcounter.counter.desired;

import java.util.List;
import java.util.Optional;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.protocol.sync.ReportedState;
import org.jspecify.annotations.Nullable;

/**
 * What the fleet wants of this counter, as its journal tells: a fold over facts. A state is first
 * staged, which no power cut undoes, and comes into force between sales. Revisions only rise.
 *
 * @param staged lies ready; null when nothing does
 * @param inForce is sold by; null while the release on the card alone is
 * @param refused the newest that was not taken, while nothing newer was
 */
public record Desired(
        @Nullable SignedState staged, @Nullable SignedState inForce, @Nullable Refused refused) {

    /** The release on the card, and nothing else. */
    public static final Desired NONE = new Desired(null, null, null);

    /** A state that was not taken. */
    public record Refused(long revision, Rejection reason) {}

    /** The same after this fact. */
    public Desired after(Fact fact) {
        return switch (fact) {
            case Fact.DesiredStaged f -> new Desired(f.state(), inForce, null);
            case Fact.DesiredApplied f when staged != null && staged.revision() == f.revision() ->
                    new Desired(null, staged, refused);
            case Fact.DesiredRefused f ->
                    new Desired(staged, inForce, new Refused(f.revision(), f.reason()));
            case Fact _ -> this;
        };
    }

    /** What to write down about a state that the fleet has signed for this counter. */
    public List<Fact> heard(SignedState came, Ceilings ceilings) {
        if (came.equals(staged) || came.equals(inForce)) {
            return List.of();
        }
        if (came.revision() <= newest()) {
            return refuse(came, Rejection.NOT_NEWER);
        }
        return ceilings.objection(came.state().products())
                .map(reason -> refuse(came, reason))
                .orElseGet(() -> List.of(new Fact.DesiredStaged(came)));
    }

    private List<Fact> refuse(SignedState came, Rejection reason) {
        return new Refused(came.revision(), reason).equals(refused)
                ? List.of()
                : List.of(new Fact.DesiredRefused(came.revision(), reason));
    }

    /** What to write down while nobody is buying. */
    public List<Fact> due() {
        return staged == null ? List.of() : List.of(new Fact.DesiredApplied(staged.revision()));
    }

    private long newest() {
        return staged == null ? revision() : staged.revision();
    }

    /** What is in force; 0 for the release on the card alone. */
    public long revision() {
        return inForce == null ? 0 : inForce.revision();
    }

    /** What the fleet is told. */
    public ReportedState report() {
        return refused == null
                ? new ReportedState(revision(), 0, null)
                : new ReportedState(revision(), refused.revision(), refused.reason());
    }

    /** Whether a product of the shelf is offered. */
    public boolean offers(String product) {
        return terms(product).map(Terms::isOffered).orElse(true);
    }

    /** The price of a product that costs so much on the card. */
    public long priceMinor(String product, long onTheCardMinor) {
        return terms(product)
                .map(Terms::priceMinor)
                .filter(price -> price != Terms.OF_THE_CARD)
                .orElse(onTheCardMinor);
    }

    private Optional<Terms> terms(String product) {
        return inForce == null
                ? Optional.empty()
                : inForce.state().products().stream()
                        .filter(terms -> terms.product().equals(product))
                        .findFirst();
    }

    /** The release on the card with the prices that are in force. */
    public ShelfRelease priced(ShelfRelease card) {
        return inForce == null
                ? card
                : new ShelfRelease(
                        card.revision(),
                        card.currency(),
                        card.products(),
                        card.slots().stream().map(this::priced).toList());
    }

    private ShelfSlot priced(ShelfSlot slot) {
        return new ShelfSlot(
                slot.slot(),
                slot.place(),
                slot.product(),
                priceMinor(slot.product(), slot.priceMinor()),
                slot.capacity(),
                slot.loaded(),
                slot.lot());
    }
}
