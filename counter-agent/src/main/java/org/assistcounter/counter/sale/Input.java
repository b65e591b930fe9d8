package org.assistcounter.counter.sale;

import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.service.Checked;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.SaleId;

/** Everything that can happen to a counter. */
public sealed interface Input {

    /** A shopper's touch. */
    sealed interface Shopper extends Input {}

    /** Looks at what lies in a slot. */
    record Looked(int slot) implements Shopper {}

    /** Back to the shelf. */
    record WentBack() implements Shopper {}

    /** Wants it, and nothing else. The sale's identity was drawn before this input. */
    record Bought(int slot, SaleId sale) implements Shopper {}

    /** Puts one item of a slot into the basket. */
    record Added(int slot) implements Shopper {}

    /** Takes one item of a slot out of the basket. */
    record Removed(int slot) implements Shopper {}

    /** Looks into the basket. */
    record Reviewed() implements Shopper {}

    /** Wants all that is in the basket. */
    record CheckedOut(SaleId sale) implements Shopper {}

    /** Has chosen how to pay. */
    record ChoseWay(Method method) implements Shopper {}

    /** Has held a code to the scanner while one was awaited. */
    record ScannedCode(String text) implements Shopper {

        /** A code may be money: logs get its length only. */
        @Override
        public String toString() {
            return "ScannedCode[" + text.length() + " characters]";
        }
    }

    /** Wants out. */
    record Cancelled() implements Shopper {}

    /** Has read the last page. */
    record Finished() implements Shopper {}

    /** A technician's touch. */
    sealed interface Technician extends Input {}

    /** Wants the keypad. */
    record ServiceWanted() implements Technician {}

    /** Has typed a code. */
    record CodeEntered(ServiceCode code) implements Technician {}

    /** Has mended a slot that is off. */
    record SlotMended(int slot) implements Technician {}

    /** Has looked after the goods of a compartment that the cold chain locks. */
    record ColdGoodsChecked(int compartment, Checked checked) implements Technician {}

    /** Is done. */
    record ServiceEnded() implements Technician {}

    /**
     * What the edge found about a code.
     *
     * @param attempt the number that it was asked under
     */
    record CodeCompared(long attempt, CodeVerdict verdict) implements Input {}

    /** The card reader's word. */
    record ReaderSaid(CashlessEvent event) implements Input {}

    /** The vending board's word. */
    record DispenserSaid(DispenserEvent event) implements Input {}

    /** The word of the cabinet's own contacts. */
    record CabinetSaid(CabinetEvent event) implements Input {}

    /** The word of the cooled compartment. */
    record ClimateSaid(ClimateEvent event) implements Input {}

    /** There are contacts, and nothing has been heard of them yet. */
    record CabinetWired() implements Input {}

    /** The fleet's answer to a question. */
    record FleetAnswered(Answer answer) implements Input {}

    /** What the fleet wants this counter to sell by; its signature was checked. */
    record DesiredCame(SignedState state) implements Input {}

    /** How many items the cabinet can give out for one sale. */
    record ItemsAtOnce(int most) implements Input {}

    /** The scanner reads codes, or no longer. */
    record ScannerReady(boolean ready) implements Input {}

    /** The fleet can be reached, or no longer. */
    record FleetReachable(boolean reachable) implements Input {}

    /** The fleet believes this counter's journal, or no longer. */
    record JournalBelieved(boolean believed) implements Input {}

    /** Somebody at an edge said something that was refused; kept for the record. */
    record Refused(String source, String what, String detail) implements Input {}

    /** A deadline has passed. */
    record TimePassed() implements Input {}

    /** An hour without a word: a sign of life is due. */
    record BeatDue() implements Input {}
}
