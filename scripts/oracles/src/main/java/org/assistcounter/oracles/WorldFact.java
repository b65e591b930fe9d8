package org.assistcounter.oracles;

import java.util.List;
import org.assistcounter.protocol.journal.Hash;

/**
 * What happened, as anybody could see it who stood beside the machine, at the bank or behind the
 * fleet's desk. Never what the product thinks of it. Amounts are minor units.
 */
public sealed interface WorldFact {

    /** Seen at one cabinet, its card reader, its shoppers and their wallets. */
    sealed interface AtCounter extends WorldFact {}

    /** Seen at the fleet's desk, of one counter. */
    sealed interface AtFleet extends WorldFact {}

    /** These bytes are on the disk of a card, and stay there through a power cut. */
    record RecordDurable(int card, Written record) implements AtCounter, AtFleet {}

    /** A card is what it was when this was its newest record: put back, or copied from another. */
    record CardRestored(int card, Hash newest) implements AtFleet {}

    /** The reader took this from the card in it. */
    record CardTook(long amountMinor) implements AtCounter {}

    /** The reader gave this back to the card that it took it from. */
    record CardGaveBack(long amountMinor) implements AtCounter {}

    /** The wallet took this from a shopper for an order. */
    record WalletTook(String attempt, long amountMinor) implements AtCounter {}

    /** The wallet gave this back under a refund's number. */
    record WalletGaveBack(String attempt, String refund, long amountMinor) implements AtCounter {}

    /** A price list came to the cabinet; sales that begin under its revision show its prices. */
    record PricesCame(long revision, List<Priced> prices) implements AtCounter {
        public PricesCame {
            prices = List.copyOf(prices);
        }
    }

    /** What one slot's goods cost by a price list. */
    record Priced(int slot, String product, String lot, long priceMinor) {}

    /** The fleet has signed this for the counter: whether or when it comes there nobody knows. */
    record StateSigned(long revision, List<Wanted> wanted) implements AtCounter {
        public StateSigned {
            wanted = List.copyOf(wanted);
        }
    }

    /**
     * How a product is to be sold.
     *
     * @param priceMinor 0 for that of the price list
     */
    record Wanted(String product, long priceMinor, boolean offered) {}

    /** All that a shopper looks at or has picked, and has not begun to buy; nothing when nobody. */
    record ShopperSees(List<Shown> shown) implements AtCounter {
        public ShopperSees {
            shown = List.copyOf(shown);
        }
    }

    /** The price on the screen for what lies in a slot. */
    record Shown(int slot, long priceMinor) {}

    /** This many pieces now lie in the slot, since somebody put them in or took them out. */
    record SlotFilled(int slot, int pieces) implements AtCounter {}

    /** A slot's motor turned, so that one piece may fall. */
    record MotorTurned(int slot) implements AtCounter {}

    /** A piece left a slot and lies in the tray. */
    record PieceFell(int slot) implements AtCounter {}

    /** The drop sensor says the contrary of what happens at the turn that is under way. */
    record DropSensorLied(int slot) implements AtCounter {}

    /** What a screen offers of a slot: 0 when it is off, sold out, or not offered. */
    record ScreenOffers(int slot, int pieces) implements AtCounter {}

    /**
     * A promise about a compartment with goods that need cooling.
     *
     * @param warmAboveMilli a milli degree more is too warm
     * @param patienceMillis how long it may be too warm, by the rule of the goods
     * @param graceMillis how much longer it may after filling or service
     * @param doorGraceMillis how much longer after the door was open
     */
    record CoolingPromised(
            int compartment,
            List<Integer> slots,
            int warmAboveMilli,
            long patienceMillis,
            long graceMillis,
            long doorGraceMillis)
            implements AtCounter {
        public CoolingPromised {
            slots = List.copyOf(slots);
        }
    }

    /** How warm it is in a compartment from now on, by a thermometer of our own. */
    record TemperatureIs(int compartment, int milliDegrees) implements AtCounter {}

    /** The counter's own thermometer says the same from now on, whatever is; or no more. */
    record ThermometerStuck(int compartment, boolean stuck) implements AtCounter {}

    /** The cabinet's door was opened or closed. */
    record DoorMoved(boolean open) implements AtCounter {}

    /** The contacts of door and mains say that things may be given out; or one of them not. */
    record ContactsWell(boolean well) implements AtCounter {}

    /** Somebody entered a service code. */
    record CodeTyped(boolean right) implements AtCounter {}

    /** The counter with this card counts a record, and all before it, as safe with the fleet. */
    record CounterConfirmed(int card, long seq) implements AtFleet {}

    /** The counter with this card knows that its journal is not believed; or no longer. */
    record CounterDoubted(int card, boolean doubted) implements AtFleet {}

    /**
     * A message reached the fleet, and this is what the fleet said of it.
     *
     * @param greeting a word about the newest record only; else records from oldest to newest
     * @param newest the hash of the newest record that the message names
     */
    record FleetHeard(
            boolean greeting, long oldestSeq, long newestSeq, Hash newest, Finding finding)
            implements AtFleet {}

    /** What the fleet calls a message. */
    enum Finding {
        /** A continuation, a repetition, or something to be asked for again. */
        IN_ORDER,
        /** Two journals exist: a fork or a rollback. */
        COPY,
        /** Broken in itself. */
        DAMAGED
    }

    /**
     * The fleet has given the counter's place to another key. Whatever a key of an earlier epoch
     * says from now on, beyond what the fleet holds, is no word of the counter.
     */
    record KeyReplaced(long epoch) implements AtFleet {}

    /** The fleet's table now ends with this record; said after commits and after each start. */
    record FleetHolds(long seq, Hash hash) implements AtFleet {}

    /** Asked for a record of its table, the fleet shows this one. */
    record FleetShows(long seq, Hash hash) implements AtFleet {}

    /** The fleet signed that it holds everything up to this record. */
    record FleetSigned(long seq, Hash hash) implements AtFleet {}

    /** The fleet's ledger got an entry from this record. */
    record FleetBooked(long seq, List<Posting> postings) implements AtFleet {
        public FleetBooked {
            postings = List.copyOf(postings);
        }
    }

    /**
     * One line of an entry.
     *
     * @param unit a currency for money; anything else is goods
     */
    record Posting(String account, String unit, long amount) {}

    /** The fleet kept a record without booking it, for a person. */
    record FleetParked(long seq, String reason) implements AtFleet {}
}
