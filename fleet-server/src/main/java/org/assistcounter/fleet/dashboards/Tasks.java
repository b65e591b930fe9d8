package org.assistcounter.fleet.dashboards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.Timetable;
import org.assistcounter.fleet.stock.ColdLock;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.SilentGrant;
import org.assistcounter.protocol.identity.SaleId;

/** What somebody has to do next: money first, then goods, then silence, then what was refused. */
final class Tasks {
    private static final int SHOWN_MAX = 100;

    private final Words words;
    private final Fleet fleet;
    private final List<Rows.Task> tasks = new ArrayList<>();
    private final Set<Long> decided = new HashSet<>();

    Tasks(Words words, Fleet fleet) {
        this.words = words;
        this.fleet = fleet;
    }

    /** No more than a person reads; after an outage there may be one for each counter. */
    List<Rows.Task> all() {
        if (tasks.size() <= SHOWN_MAX) {
            return List.copyOf(tasks);
        }
        List<Rows.Task> shown = new ArrayList<>(tasks.subList(0, SHOWN_MAX));
        shown.add(
                new Rows.Task(
                        State.watch(words.say("task.more")),
                        new Rows.About(words.say("task.more.what", tasks.size() - SHOWN_MAX), ""),
                        "/#counters",
                        "",
                        Rows.Claim.NONE));
        return shown;
    }

    Tasks cases(List<OpenCase> cases) {
        CaseRows rows = new CaseRows(words, fleet);
        cases.stream()
                .filter(open -> !decided.contains(open.id()))
                .map(rows::open)
                .forEach(tasks::add);
        return this;
    }

    /** Cases that somebody decided and that wait for somebody else. */
    Tasks casesWaiting(List<Settlements.Decided> waiting) {
        CaseRows rows = new CaseRows(words, fleet);
        for (Settlements.Decided each : waiting) {
            decided.add(each.file().id());
            tasks.add(rows.decided(each));
        }
        return this;
    }

    /** Money that is owed and does not move by itself. */
    Tasks refundsFailed(List<FailedRefund> refunds) {
        for (FailedRefund refund : refunds) {
            String label = fleet.label(refund.counter());
            tasks.add(
                    new Rows.Task(
                            refund.isFailed()
                                    ? State.bad(words.say("task.refund-failed"))
                                    : State.watch(words.say("task.refund-slow")),
                            new Rows.About(
                                    words.say(
                                            refund.isFailed()
                                                    ? "task.refund-failed.what"
                                                    : "task.refund-slow.what"),
                                    label),
                            "/refunds/" + refund.refund(),
                            words.age(refund.wantedAt()),
                            new Rows.Claim(
                                    Money.yuan(refund.amountMinor()),
                                    words.explain("owner", refund.owner()),
                                    new SaleId(refund.sale()).receiptCode())));
        }
        return this;
    }

    /** What has not agreed for more than a day. */
    Tasks differences(List<Difference> overdue) {
        DifferenceRows rows = new DifferenceRows(words, fleet);
        for (Difference difference : overdue) {
            Compared.Row row = rows.row(difference);
            tasks.add(
                    new Rows.Task(
                            State.bad(words.say("task.difference")),
                            new Rows.About(row.kind().word(), row.about().where()),
                            "/reconciliation/" + row.id(),
                            row.age(),
                            new Rows.Claim(rows.size(difference.found()), row.owner(), "")));
        }
        return this;
    }

    /** Bills that nothing can be compared with until somebody has asked the wallet for them. */
    Tasks billsLate(List<DayStanding> late) {
        for (DayStanding each : late) {
            String source = words.say("source." + each.source().word());
            tasks.add(
                    new Rows.Task(
                            State.bad(words.say("task.bill-late")),
                            new Rows.About(
                                    ReconciliationReader.bill(words, each),
                                    words.say("difference.where", source, each.day().toString())),
                            "/reconciliation",
                            words.age(Timetable.end(each.day())),
                            new Rows.Claim("", words.explain("owner", "finance"), "")));
        }
        return this;
    }

    /** Money that was paid to a counter that has not told since what came of it. */
    Tasks grantsSilent(List<SilentGrant> grants) {
        for (SilentGrant grant : grants) {
            String label = fleet.label(grant.counter());
            tasks.add(
                    new Rows.Task(
                            State.bad(words.say("task.grant-silent")),
                            new Rows.About(words.say("task.grant-silent.what"), label),
                            "/counters/" + label + "#sales",
                            words.age(grant.openedAt()),
                            new Rows.Claim(
                                    Money.yuan(grant.amountMinor()),
                                    words.explain("owner", grant.owner()),
                                    new SaleId(grant.sale()).receiptCode())));
        }
        return this;
    }

    private String place(String label, int slot, String product) {
        return words.say("task.place", label, String.valueOf(slot), words.product(product));
    }

    Tasks slotsOff(List<SlotStock> slots) {
        for (SlotStock slot : slots) {
            String label = fleet.label(slot.counter());
            String why = words.explain("off", slot.offReason());
            tasks.add(
                    new Rows.Task(
                            State.watch(words.say("task.slot-off")),
                            new Rows.About(
                                    words.say("task.slot-off.what", why),
                                    place(label, slot.slot(), slot.product())),
                            "/counters/" + label + "#shelf",
                            words.age(slot.changedAt()),
                            Rows.Claim.NONE));
        }
        return this;
    }

    /** Goods that may be spoilt: somebody has to look at them. */
    Tasks tooWarm(List<ColdLock> locks) {
        for (ColdLock lock : locks) {
            String label = fleet.label(lock.counter());
            String why = words.explain("cold", lock.reason());
            String where = words.say("task.compartment", label, String.valueOf(lock.compartment()));
            tasks.add(
                    new Rows.Task(
                            State.bad(words.say("task.too-warm")),
                            new Rows.About(words.say("task.too-warm.what", why), where),
                            "/counters/" + label + "#shelf",
                            words.age(lock.lockedAt()),
                            Rows.Claim.NONE));
        }
        return this;
    }

    /** Journals that are not believed; silence has lines of its own. */
    Tasks doubts(List<Doubt> doubts) {
        DoubtRows rows = new DoubtRows(words, fleet);
        doubts.stream()
                .filter(doubt -> doubt.kind() != DoubtKind.SILENT)
                .map(rows::task)
                .forEach(tasks::add);
        return this;
    }

    Tasks silent(List<Counter> counters) {
        CounterRows rows = new CounterRows(words, fleet);
        for (Counter counter : counters) {
            var seen = counter.lastSeenAt();
            if (seen != null && fleet.standing(counter, words.now()).needsSomebody()) {
                String label = counter.place().label();
                String where = words.say("task.counter", label, rows.site(counter));
                tasks.add(
                        new Rows.Task(
                                rows.state(counter),
                                new Rows.About(words.say("task.silent.what"), where),
                                "/counters/" + label,
                                words.age(seen),
                                Rows.Claim.NONE));
            }
        }
        return this;
    }

    /** One line for all: who goes round with new keys plans it from a list. */
    Tasks certificates(List<Counter> ending) {
        if (!ending.isEmpty()) {
            tasks.add(
                    new Rows.Task(
                            State.watch(words.say("task.certificates")),
                            new Rows.About(
                                    words.say(
                                            "task.certificates.what",
                                            ending.size(),
                                            Counter.RENEWED_BEFORE.toDays()),
                                    ""),
                            "/certificates",
                            "",
                            Rows.Claim.NONE));
        }
        return this;
    }

    /** One line for all of a kind, since they are looked into together. */
    Tasks notAccepted(String kind, List<Refused> messages) {
        if (!messages.isEmpty()) {
            tasks.add(
                    new Rows.Task(
                            State.watch(words.say("task." + kind)),
                            new Rows.About(
                                    words.say("task." + kind + ".what", messages.size()), ""),
                            "/refused#" + kind,
                            words.age(messages.getFirst().at()),
                            Rows.Claim.NONE));
        }
        return this;
    }
}
