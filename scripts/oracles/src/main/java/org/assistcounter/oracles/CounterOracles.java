package org.assistcounter.oracles;

import org.assistcounter.protocol.journal.Hash;

/** All oracles of one counter with one card, told everything in the order in which it happened. */
public final class CounterOracles {
    private final OnceOracle once = new OnceOracle();
    private Oracle[] oracles;

    /**
     * @param genesis what the first record names as its predecessor
     */
    public CounterOracles(Hash genesis) {
        Sales sales = new Sales();
        oracles =
                new Oracle[] {
                    new JournalOracle(genesis),
                    new SaleOracle(sales),
                    new PriceOracle(),
                    new CardOracle(sales),
                    new WalletOracle(sales),
                    new TurnOracle(sales),
                    new StockOracle(),
                    new SumOracle(),
                    new ColdOracle(),
                    new ServiceOracle(),
                    new DoorOracle(),
                    once
                };
    }

    /**
     * Something happened at the counter.
     *
     * @param atMillis when, by the world's clock
     */
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        if (fact instanceof WorldFact.RecordDurable durable) {
            read(atMillis, durable.record());
            return;
        }
        for (Oracle oracle : oracles) {
            oracle.saw(atMillis, fact);
        }
    }

    private void read(long atMillis, Written written) {
        for (Oracle oracle : oracles) {
            oracle.read(atMillis, written);
        }
    }

    /** From now on its card is not the only one of its name, or does not hold all that it did. */
    public void copied() {
        oracles = new Oracle[] {once};
    }

    /** Everything has healed, and nothing is under way any more. */
    public void rest(long atMillis) {
        for (Oracle oracle : oracles) {
            oracle.rest(atMillis);
        }
    }
}
