package org.assistcounter.fleet.enrolment;

import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;

/** A card that has shown a token and proved to hold both of its private keys. */
record Card(EnrolmentToken.Hash token, CardKeys keys) {

    static Card check(EnrolmentRequest sent) {
        String token = sent.token();
        if (CardKeys.isMissing(token)) {
            throw new EnrolmentRefused(Reason.INCOMPLETE);
        }
        return new Card(
                EnrolmentToken.Hash.of(token),
                CardKeys.check(sent.csr(), sent.journalPublicKey(), sent.proof()));
    }
}
