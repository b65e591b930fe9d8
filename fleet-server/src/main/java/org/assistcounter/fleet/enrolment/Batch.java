package org.assistcounter.fleet.enrolment;

import java.util.List;
import java.util.Map;

/** Many cards that become counters at once, as where cards are written by the hundred. */
public final class Batch {

    /** At most so many in one request: what it takes fits one answer and one transaction. */
    public static final int CARDS_MAX = 200;

    private Batch() {}

    /**
     * What is sent; a signed-in person stands for the cards, so that none needs a token.
     *
     * @param site where all of them will stand
     */
    public record Request(String site, List<NewCard> cards) {}

    /** One card: its label, and the rest as in {@link EnrolmentRequest}. */
    public record NewCard(String label, String csr, String journalPublicKey, String proof) {}

    /**
     * What is answered.
     *
     * @param fleet what every counter has to know
     */
    public record Answer(Map<String, Object> fleet, List<Made> counters, List<Refused> refused) {}

    /** A card that is a counter now. */
    public record Made(String label, String counterId, String certificate) {}

    /** A card that is none, and why. */
    public record Refused(String label, String reason) {}
}
