package org.assistcounter.fleet.dashboards;

import org.assistcounter.fleet.complaints.Decision;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.protocol.identity.SaleId;

/** Puts cases into the lines of a table. */
final class CaseRows {
    private final Words words;
    private final Fleet fleet;

    CaseRows(Words words, Fleet fleet) {
        this.words = words;
        this.fleet = fleet;
    }

    Rows.Task open(OpenCase open) {
        return new Rows.Task(
                State.bad(words.say("task.case")),
                new Rows.About(
                        words.explain("case", open.reason()), place(open.counter(), open.line())),
                "/cases/" + open.id(),
                words.age(open.openedAt()),
                new Rows.Claim(
                        Money.yuan(open.amountMinor()),
                        words.explain("owner", open.owner()),
                        code(open.line())));
    }

    Rows.Task decided(Settlements.Decided decided) {
        CaseFile file = decided.file();
        Decision decision = decided.decision();
        String finding = words.say("finding." + decision.finding().word());
        return new Rows.Task(
                state(decision.state()),
                new Rows.About(finding, place(file.where().counter(), file.line())),
                "/cases/" + file.id(),
                words.age(decision.decided().at()),
                new Rows.Claim(
                        Money.yuan(file.claim().amountMinor()), who(decision), code(file.line())));
    }

    State state(Decision.State state) {
        String word = words.say("decision." + state.word());
        return switch (state) {
            case PROPOSED, OWED -> State.bad(word);
            case SETTLED -> State.off(word);
        };
    }

    /** Who has to do the next thing; who decided, when nothing is left to do. */
    private String who(Decision decision) {
        return switch (decision.state()) {
            case PROPOSED -> words.say("owner.second");
            case OWED -> words.say("owner.finance");
            case SETTLED -> words.person(decision.decided().login());
        };
    }

    String place(String counter, OpenCase.Line line) {
        return words.say(
                "task.place",
                fleet.label(counter),
                String.valueOf(line.slot()),
                words.product(line.product()));
    }

    private static String code(OpenCase.Line line) {
        return new SaleId(line.sale()).receiptCode();
    }
}
