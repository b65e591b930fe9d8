package org.assistcounter.fleet.dashboards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.stock.ColdLock;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.SilentGrant;

/**
 * What somebody has to do next: money first, then goods, then silence, then what was refused. No
 * more than a person reads is put into words, and only of those the counters are looked up: after
 * an outage there may be one for each counter.
 */
final class Tasks {
    private static final int SHOWN_MAX = 100;
    private static final String NO_COUNTER = "";

    private final List<Due> all = new ArrayList<>();
    private final Set<Long> decided = new HashSet<>();
    private long unread;

    /**
     * One that is not put into words yet.
     *
     * @param counter the id of whom it speaks of
     */
    private record Due(String counter, Function<TaskRows, Rows.Task> words) {}

    private void add(String counter, Function<TaskRows, Rows.Task> words) {
        all.add(new Due(counter, words));
    }

    private Stream<Due> shown() {
        return all.stream().limit(SHOWN_MAX);
    }

    /** The ids of whom those that are shown speak of. */
    Stream<String> counters() {
        return shown().map(Due::counter).filter(id -> !id.equals(NO_COUNTER));
    }

    /** The first of them, and a line that says how many more there are. */
    List<Rows.Task> drawn(TaskRows rows) {
        List<Rows.Task> lines =
                shown().map(due -> due.words().apply(rows))
                        .collect(Collectors.toCollection(ArrayList::new));
        long more = all.size() - lines.size() + unread;
        if (more > 0) {
            lines.add(rows.more(more));
        }
        return lines;
    }

    Tasks cases(List<OpenCase> cases) {
        cases.stream()
                .filter(open -> !decided.contains(open.id()))
                .forEach(open -> add(open.counter(), rows -> rows.cases().open(open)));
        return this;
    }

    /** Cases that somebody decided and that wait for somebody else. */
    Tasks casesWaiting(List<Settlements.Decided> waiting) {
        for (Settlements.Decided each : waiting) {
            decided.add(each.file().id());
            add(each.file().where().counter(), rows -> rows.cases().decided(each));
        }
        return this;
    }

    /** Money that is owed and does not move by itself. */
    Tasks refundsFailed(List<FailedRefund> refunds) {
        refunds.forEach(refund -> add(refund.counter(), rows -> rows.refundFailed(refund)));
        return this;
    }

    /** What has not agreed for more than a day. */
    Tasks differences(List<Difference> overdue) {
        for (Difference difference : overdue) {
            String counter = difference.found().place().counter();
            add(counter == null ? NO_COUNTER : counter, rows -> rows.difference(difference));
        }
        return this;
    }

    /** Bills that nothing can be compared with until somebody has asked the wallet for them. */
    Tasks billsLate(List<DayStanding> late) {
        late.forEach(each -> add(NO_COUNTER, rows -> rows.billLate(each)));
        return this;
    }

    /** Money that was paid to a counter that has not told since what came of it. */
    Tasks grantsSilent(List<SilentGrant> grants) {
        grants.forEach(grant -> add(grant.counter(), rows -> rows.grantSilent(grant)));
        return this;
    }

    Tasks slotsOff(List<SlotStock> slots) {
        slots.forEach(slot -> add(slot.counter(), rows -> rows.slotOff(slot)));
        return this;
    }

    /** Goods that may be spoilt: somebody has to look at them. */
    Tasks tooWarm(List<ColdLock> locks) {
        locks.forEach(lock -> add(lock.counter(), rows -> rows.tooWarm(lock)));
        return this;
    }

    /** Journals that are not believed; silence has lines of its own. */
    Tasks doubts(List<Doubt> doubts) {
        doubts.stream()
                .filter(doubt -> doubt.kind() != DoubtKind.SILENT)
                .forEach(doubt -> add(doubt.counter(), rows -> rows.doubts().task(doubt)));
        return this;
    }

    /**
     * Counters that were heard of, but not lately.
     *
     * @param others at most so many more than these
     */
    Tasks silent(List<Counter> counters, long others) {
        counters.forEach(counter -> add(counter.id().hex(), rows -> rows.silent(counter)));
        unread += others;
        return this;
    }

    /** One line for all: who goes round with new keys plans it from a list. */
    Tasks certificates(long ending) {
        if (ending > 0) {
            add(NO_COUNTER, rows -> rows.certificates(ending));
        }
        return this;
    }

    /** One line for all of a kind, since they are looked into together. */
    Tasks notAccepted(String kind, List<Refused> messages) {
        if (!messages.isEmpty()) {
            add(NO_COUNTER, rows -> rows.notAccepted(kind, messages));
        }
        return this;
    }
}
