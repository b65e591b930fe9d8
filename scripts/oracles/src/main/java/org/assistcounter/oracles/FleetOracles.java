package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.oracles.Lineage.Node;
import org.assistcounter.protocol.journal.Hash;
import org.jspecify.annotations.Nullable;

/**
 * All oracles of what the fleet makes of one counter's journal, on however many cards it is. What
 * the fleet holds only grows, along one line of records that were written; what it signed for stays
 * for ever; what a counter takes for safe is there.
 */
public final class FleetOracles {
    static final String NAME = "kept";

    private final Lineage lineage;
    private final CopyOracle copies;
    private final LedgerOracle ledger = new LedgerOracle();
    private final Map<Integer, Node> tips = new HashMap<>();
    private Node held;
    private Node signed;
    private Node shown;

    /**
     * @param genesis what the first record names as its predecessor
     */
    public FleetOracles(Hash genesis) {
        lineage = new Lineage(genesis);
        copies = new CopyOracle(lineage);
        held = lineage.root();
        signed = lineage.root();
        shown = lineage.root();
    }

    /** Something happened at the fleet's desk, or to a card. */
    public void saw(WorldFact.AtFleet fact) {
        switch (fact) {
            case WorldFact.RecordDurable durable -> {
                tips.put(durable.card(), lineage.add(durable.record()));
                copies.read(durable.card(), durable.record().fact());
            }
            case WorldFact.CardRestored card ->
                    tips.put(card.card(), written(card.newest(), "A card is put back to a record"));
            case WorldFact.CounterConfirmed confirmed -> {
                if (confirmed.seq() > 0) {
                    copies.confirmed(tips.get(confirmed.card()), confirmed.seq(), held);
                }
            }
            case WorldFact.CounterDoubted(int card, boolean doubted) ->
                    copies.doubted(card, doubted);
            case WorldFact.KeyReplaced(long epoch) -> copies.replaced(epoch);
            case WorldFact.FleetHeard heard -> copies.heard(heard, held);
            case WorldFact.FleetHolds holds -> hold(holds);
            case WorldFact.FleetSigned sign -> sign(sign);
            case WorldFact.FleetShows shows -> show(shows);
            case WorldFact.FleetBooked booked -> ledger.booked(booked, held);
            case WorldFact.FleetParked parked -> ledger.parked(parked, held);
        }
    }

    private void hold(WorldFact.FleetHolds holds) {
        Node now = written(holds.hash(), "the fleet's table ends with a record");
        if (now.seq() < held.seq() || !Lineage.onOneLine(now, held)) {
            throw new Broken(
                    NAME,
                    "the fleet held record %d (signed for %d) and now ends at %d of %s"
                            .formatted(
                                    held.seq(),
                                    signed.seq(),
                                    now.seq(),
                                    "another line: acknowledged records are gone"));
        }
        copies.held(now, held);
        held = now;
    }

    private void sign(WorldFact.FleetSigned sign) {
        Node now = written(sign.hash(), "the fleet signs for a record");
        if (now.seq() != sign.seq() || Lineage.at(held, now.seq()) != now) {
            throw new Broken(
                    NAME,
                    "the fleet signs for record %d and holds up to %d: the counter may forget it"
                            .formatted(sign.seq(), held.seq()));
        }
        if (now.seq() > signed.seq()) {
            signed = now;
        }
    }

    private void show(WorldFact.FleetShows shows) {
        Node node =
                written(lineage.findAfter(shown, held, shows.hash()), "the fleet shows a record");
        if (node.seq() != shown.seq() + 1 || Lineage.at(held, node.seq()) != node) {
            throw new Broken(
                    NAME,
                    "the fleet shows record %d where record %d should be"
                            .formatted(node.seq(), shown.seq() + 1));
        }
        shown = node;
    }

    private Node written(Hash hash, String what) {
        return written(lineage.find(hash), what);
    }

    private static Node written(@Nullable Node node, String what) {
        if (node == null) {
            throw new Broken(NAME, what + " that no counter wrote");
        }
        return node;
    }

    /** Whether the fleet has all of a card, or never will, since it holds another line. */
    public boolean hasArrived(int card) {
        Node tip = tips.getOrDefault(card, lineage.root());
        return tip == held || !Lineage.onOneLine(tip, held);
    }

    /** Everything has healed; before this the fleet has shown all records of its table in order. */
    public void rest() {
        if (shown.seq() < signed.seq() || shown != held) {
            throw new Broken(
                    NAME,
                    "the fleet signed for record %d, ends at %d and has only %d"
                            .formatted(signed.seq(), held.seq(), shown.seq()));
        }
        ledger.rest(held);
        tips.values().forEach(this::rest);
    }

    /** Of a card: all it wrote is at the fleet, or it was named. */
    private void rest(Node tip) {
        if (!Lineage.onOneLine(tip, held)) {
            copies.rest(tip);
        } else if (tip != held) {
            throw new Broken(
                    NAME,
                    "the counter wrote %d records and the fleet has %d: sales are in no ledger"
                            .formatted(tip.seq(), held.seq()));
        }
    }
}
