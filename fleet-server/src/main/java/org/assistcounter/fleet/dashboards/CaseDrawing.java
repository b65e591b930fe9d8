package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.complaints.Claim;
import org.assistcounter.fleet.complaints.ComplaintSettings;
import org.assistcounter.fleet.complaints.Decision;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.ledger.Payment;
import org.assistcounter.protocol.identity.SaleId;
import org.jspecify.annotations.Nullable;

/** Puts one case into the words of its page. */
final class CaseDrawing {
    private final Words words;
    private final Fleet fleet;
    private final CaseFile file;
    private final ComplaintSettings settings;

    CaseDrawing(Words words, Fleet fleet, CaseFile file, ComplaintSettings settings) {
        this.words = words;
        this.fleet = fleet;
        this.file = file;
        this.settings = settings;
    }

    OneCase draw(List<Payment> payments, @Nullable Decision decision, List<Claim> claims) {
        return new OneCase(
                head(decision),
                facts(),
                payments.stream().map(this::payment).toList(),
                decision == null && file.isOpen() ? findings() : List.of(),
                decision == null ? null : ruling(decision),
                OneCase.Asked.of(claims, words, fleet.zone(file.where().counter())));
    }

    private OneCase.Head head(@Nullable Decision decision) {
        State state =
                decision == null
                        ? State.bad(words.say("task.case"))
                        : new CaseRows(words, fleet).state(decision.state());
        return new OneCase.Head(
                file.id(),
                new SaleId(file.line().sale()).receiptCode(),
                state,
                file.claim().amountMinor() >= settings.secondFromMinor());
    }

    private OneCase.Facts facts() {
        return new OneCase.Facts(
                words.explain("case", file.claim().reason().word()),
                new CaseRows(words, fleet).place(file.where().counter(), file.line()),
                fleet.label(file.where().counter()),
                Money.yuan(file.claim().amountMinor()),
                words.say("way." + file.claim().way().word()),
                new OneCase.Times(time(file.times().openedAt()), time(file.times().heardAt())));
    }

    private OneCase.Line payment(Payment payment) {
        String reference = payment.reference();
        return new OneCase.Line(
                String.valueOf(payment.attempt()),
                words.say(
                        "case.payment.line",
                        words.say("way." + payment.way().word()),
                        Money.yuan(payment.amountMinor()),
                        time(payment.approvedAt())),
                reference == null ? words.say("case.payment.no-reference") : reference);
    }

    private List<OneCase.Line> findings() {
        return Finding.of(file.claim().reason(), file.claim().way()).stream()
                .map(finding ->
                        new OneCase.Line(
                                finding.word(),
                                words.say("finding." + finding.word()),
                                words.say(
                                        "finding."
                                                + finding.word()
                                                + ".means."
                                                + file.claim().way().word())))
                .toList();
    }

    private OneCase.Ruling ruling(Decision decision) {
        List<String> steps = new ArrayList<>();
        steps.add(step("case.step.decided", decision.decided()));
        if (decision.seconded() != null) {
            steps.add(step("case.step.seconded", decision.seconded()));
        }
        Decision.Paid paid = decision.paid();
        if (paid != null) {
            steps.add(
                    words.say(
                            "case.step.paid",
                            words.person(paid.by().login()),
                            time(paid.by().at()),
                            words.say("payout." + paid.way().word()),
                            paid.reference()));
        }
        return new OneCase.Ruling(
                decision.state().word(),
                words.say("finding." + decision.finding().word()),
                decision.why(),
                decision.decided().at().toString(),
                steps);
    }

    private String step(String key, Decision.By by) {
        return words.say(key, words.person(by.login()), time(by.at()));
    }

    private String time(Instant at) {
        return words.time(at, fleet.zone(file.where().counter()));
    }
}
