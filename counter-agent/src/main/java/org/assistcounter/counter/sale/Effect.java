package org.assistcounter.counter.sale;

import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.protocol.ask.Question;

/** What the edge is to do, after the facts are on disk. */
public sealed interface Effect {

    /** For the card reader. */
    record CommandReader(CashlessCommand command) implements Effect {}

    /** For the vending board. */
    record CommandDispenser(DispenserCommand command) implements Effect {}

    /** For the cooled compartment. */
    record CommandClimate(ClimateCommand command) implements Effect {}

    /** For the fleet. */
    record AskFleet(Question question) implements Effect {}

    /** For whoever keeps the service code. */
    record CompareCode(long attempt, ServiceCode code) implements Effect {}
}
