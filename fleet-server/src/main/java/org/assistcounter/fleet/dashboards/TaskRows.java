package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.Timetable;
import org.assistcounter.fleet.stock.ColdLock;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.SilentGrant;
import org.assistcounter.protocol.identity.SaleId;

/** Puts what somebody has to do into the lines of a table. */
record TaskRows(Words words, Fleet fleet) {

    CaseRows cases() {
        return new CaseRows(words, fleet);
    }

    DoubtRows doubts() {
        return new DoubtRows(words, fleet);
    }

    /** Stands for all that is not shown. */
    Rows.Task more(long count) {
        return new Rows.Task(
                State.watch(words.say("task.more")),
                new Rows.About(words.say("task.more.what", count), ""),
                "/#counters",
                "",
                Rows.Claim.NONE);
    }

    Rows.Task refundFailed(FailedRefund refund) {
        String what = refund.isFailed() ? "task.refund-failed" : "task.refund-slow";
        return new Rows.Task(
                refund.isFailed() ? State.bad(words.say(what)) : State.watch(words.say(what)),
                new Rows.About(words.say(what + ".what"), fleet.label(refund.counter())),
                "/refunds/" + refund.refund(),
                words.age(refund.wantedAt()),
                new Rows.Claim(
                        Money.yuan(refund.amountMinor()),
                        words.explain("owner", refund.owner()),
                        new SaleId(refund.sale()).receiptCode()));
    }

    Rows.Task difference(Difference difference) {
        DifferenceRows rows = new DifferenceRows(words, fleet);
        Compared.Row row = rows.row(difference);
        return new Rows.Task(
                State.bad(words.say("task.difference")),
                new Rows.About(row.kind().word(), row.about().where()),
                "/reconciliation/" + row.id(),
                row.age(),
                new Rows.Claim(rows.size(difference.found()), row.owner(), ""));
    }

    Rows.Task billLate(DayStanding bill) {
        String source = words.say("source." + bill.source().word());
        return new Rows.Task(
                State.bad(words.say("task.bill-late")),
                new Rows.About(
                        ReconciliationReader.bill(words, bill),
                        words.say("difference.where", source, bill.day().toString())),
                "/reconciliation",
                words.age(Timetable.end(bill.day())),
                new Rows.Claim("", words.explain("owner", "finance"), ""));
    }

    Rows.Task grantSilent(SilentGrant grant) {
        String label = fleet.label(grant.counter());
        return new Rows.Task(
                State.bad(words.say("task.grant-silent")),
                new Rows.About(words.say("task.grant-silent.what"), label),
                "/counters/" + label + "#sales",
                words.age(grant.openedAt()),
                new Rows.Claim(
                        Money.yuan(grant.amountMinor()),
                        words.explain("owner", grant.owner()),
                        new SaleId(grant.sale()).receiptCode()));
    }

    Rows.Task slotOff(SlotStock slot) {
        String label = fleet.label(slot.counter());
        String why = words.explain("off", slot.offReason());
        String product = words.product(slot.product());
        return new Rows.Task(
                State.watch(words.say("task.slot-off")),
                new Rows.About(
                        words.say("task.slot-off.what", why),
                        words.say("task.place", label, String.valueOf(slot.slot()), product)),
                "/counters/" + label + "#shelf",
                words.age(slot.changedAt()),
                Rows.Claim.NONE);
    }

    Rows.Task tooWarm(ColdLock lock) {
        String label = fleet.label(lock.counter());
        String why = words.explain("cold", lock.reason());
        String where = words.say("task.compartment", label, String.valueOf(lock.compartment()));
        return new Rows.Task(
                State.bad(words.say("task.too-warm")),
                new Rows.About(words.say("task.too-warm.what", why), where),
                "/counters/" + label + "#shelf",
                words.age(lock.lockedAt()),
                Rows.Claim.NONE);
    }

    Rows.Task silent(Counter counter) {
        CounterRows rows = new CounterRows(words, fleet);
        String label = counter.place().label();
        Instant seen = counter.lastSeenAt();
        return new Rows.Task(
                rows.state(counter),
                new Rows.About(
                        words.say("task.silent.what"),
                        words.say("task.counter", label, rows.site(counter))),
                "/counters/" + label,
                seen == null ? "" : words.age(seen),
                Rows.Claim.NONE);
    }

    Rows.Task certificates(long ending) {
        long days = Counter.RENEWED_BEFORE.toDays();
        return new Rows.Task(
                State.watch(words.say("task.certificates")),
                new Rows.About(words.say("task.certificates.what", ending, days), ""),
                "/certificates",
                "",
                Rows.Claim.NONE);
    }

    Rows.Task notAccepted(String kind, List<Refused> messages) {
        return new Rows.Task(
                State.watch(words.say("task." + kind)),
                new Rows.About(words.say("task." + kind + ".what", messages.size()), ""),
                "/refused#" + kind,
                words.age(messages.getFirst().at()),
                Rows.Claim.NONE);
    }
}
