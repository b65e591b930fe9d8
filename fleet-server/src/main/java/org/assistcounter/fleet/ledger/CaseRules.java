package org.assistcounter.fleet.ledger;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.CaseReason;

/**
 * The posting rules of cases. Pure: a case and what it turned out to be in, postings out. Money
 * leaves {@link Account#CASES} by them and in no other way.
 */
public final class CaseRules {

    private CaseRules() {}

    /** How the money of a refund left us. */
    public enum Payout {
        /** The card acquirer refunds its own payment. */
        ACQUIRER("acquirer", Account.CARD_CLEARING),
        /** Sent from the operator's own account. */
        TRANSFER("transfer", Account.BANK);

        private final String word;
        private final Account from;

        Payout(String word, Account from) {
            this.word = word;
            this.from = from;
        }

        /** The word in tables, forms and on pages. */
        public String word() {
            return word;
        }
    }

    /** What a finding moves; it must fit the case's reason. */
    public static List<Posting> settle(CaseFile file, Finding finding) {
        CaseFile.Claim claim = file.claim();
        if (!finding.fits(claim.reason(), claim.way())) {
            throw new IllegalArgumentException(finding + " does not fit " + claim.reason());
        }
        List<Posting> postings = new ArrayList<>();
        switch (finding) {
            case PAY_BACK -> {
                postings.addAll(money(claim, Account.CASES, Account.REFUNDS_DUE));
                if (claim.reason() == CaseReason.PAYMENT_NOT_KNOWN) {
                    // It was taken after all: only so can it be given back.
                    postings.addAll(
                            money(
                                    claim,
                                    Bookkeeping.clearing(claim.way()),
                                    Account.CARD_UNCONFIRMED));
                }
                postings.addAll(goods(file, Account.COUNTED));
            }
            case DELIVERED -> {
                postings.addAll(money(claim, Account.CASES, Account.SALES));
                postings.addAll(goods(file, Account.SOLD));
            }
            case GIVEN_BACK ->
                    postings.addAll(money(claim, Account.CASES, Bookkeeping.clearing(claim.way())));
            case NOT_TAKEN -> {
                postings.addAll(money(claim, Account.CASES, claimedFrom(claim)));
                postings.addAll(goods(file, Account.COUNTED));
            }
        }
        return List.copyOf(postings);
    }

    /** What it moves when owed money is paid out. */
    public static List<Posting> payOut(CaseFile file, Payout payout) {
        return money(file.claim(), Account.REFUNDS_DUE, payout.from);
    }

    /** Where a payment was booked that never was. */
    private static Account claimedFrom(CaseFile.Claim claim) {
        return claim.reason() == CaseReason.PAYMENT_NOT_KNOWN
                ? Account.CARD_UNCONFIRMED
                : Bookkeeping.clearing(claim.way());
    }

    private static List<Posting> money(CaseFile.Claim claim, Account debit, Account credit) {
        return Bookkeeping.moved(debit, credit, claim.currency(), claim.amountMinor());
    }

    /**
     * Goods in doubt are no longer. Those that did not come out lie in the slot, or are lost: the
     * next count tells, and meets them in {@link Account#COUNTED}.
     */
    private static List<Posting> goods(CaseFile file, Account where) {
        return file.claim().reason() == CaseReason.UNPROVEN_DELIVERY
                ? Bookkeeping.moved(where, Account.IN_DOUBT, file.line().product(), 1)
                : List.of();
    }
}
