package org.assistcounter.fleet.enrolment;

import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.protocol.journal.ChainHead;
import org.jspecify.annotations.Nullable;

/**
 * A card that has shown a token and proved to hold both of its private keys.
 *
 * @param journal where the journal on it ends; null when it has none
 */
record Card(
        EnrolmentToken.Hash token, CardKeys keys, EnrolmentRequest.@Nullable JournalEnd journal) {

    static Card check(EnrolmentRequest sent) {
        String token = sent.token();
        if (CardKeys.isMissing(token)) {
            throw new EnrolmentRefused(Reason.INCOMPLETE);
        }
        return new Card(
                EnrolmentToken.Hash.of(token),
                CardKeys.check(sent.csr(), sent.journalPublicKey(), sent.proof()),
                sent.journal());
    }

    /** A journal that goes on behind less than the card holds would have lost what is between. */
    boolean mayGoOnBehind(ChainHead head) {
        return journal == null
                || (journal.seq() == head.seq() && head.hash().toString().equals(journal.hash()));
    }
}
