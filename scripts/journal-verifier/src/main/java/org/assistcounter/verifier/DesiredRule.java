package org.assistcounter.verifier;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rule 11 of the page: desired states rise, come into force once and between sales, and a sale has
 * the prices of the one in force. Where records begin in the middle, what was before is not known.
 */
final class DesiredRule {
    private boolean isOfExtract;
    private boolean isSaleOpen;
    private long newest;
    private @Nullable SignedState staged;
    private @Nullable SignedState inForce;

    /**
     * Begins.
     *
     * @param isOfExtract whether the records begin in the middle
     */
    DesiredRule(boolean isOfExtract) {
        this.isOfExtract = isOfExtract;
    }

    void accept(Fact fact, Consumer<String> errors) {
        switch (fact.type()) {
            case FactForms.EPOCH_BEGUN -> begin();
            case FactForms.SALE_OPENED -> opened(fact, errors);
            case FactForms.SALE_CLOSED -> isSaleOpen = false;
            case FactForms.DESIRED_STAGED -> stage(fact, errors);
            case FactForms.DESIRED_APPLIED -> apply(fact.number("revision"), errors);
            default -> {}
        }
    }

    private void begin() {
        isOfExtract = false;
        newest = 0;
        staged = null;
        inForce = null;
        isSaleOpen = false;
    }

    private void stage(Fact fact, Consumer<String> errors) {
        CborValue word = fact.fields().get("state");
        if (word == null) {
            return;
        }
        try {
            SignedState state = SignedState.of(word);
            if (state.revision() <= newest) {
                errors.accept("desired state " + state.revision() + " is staged after " + newest);
            }
            newest = Math.max(newest, state.revision());
            staged = state;
            isOfExtract = false;
        } catch (MalformedException failure) {
            errors.accept(failure.reason());
        }
    }

    private void apply(long revision, Consumer<String> errors) {
        SignedState ready = staged;
        if (isSaleOpen) {
            errors.accept("a desired state comes into force while a sale is open");
        }
        if (ready != null && ready.revision() == revision) {
            inForce = ready;
            staged = null;
        } else if (isOfExtract && ready == null) {
            isOfExtract = false;
            inForce = null;
            newest = Math.max(newest, revision);
        } else {
            errors.accept("desired state " + revision + " comes into force, which is not staged");
        }
    }

    private void opened(Fact sale, Consumer<String> errors) {
        isSaleOpen = true;
        SignedState state = inForce;
        if (state == null) {
            return;
        }
        for (Fact line : sale.items("lines")) {
            SignedState.Terms terms = state.terms().get(line.text("product"));
            if (terms == null) {
                continue;
            }
            Long price = terms.price();
            if (!terms.offered() || (price != null && price != line.number("price"))) {
                errors.accept(
                        "line "
                                + line.number("line")
                                + " is sold on other terms than desired state "
                                + state.revision()
                                + " has");
            }
        }
    }
}
