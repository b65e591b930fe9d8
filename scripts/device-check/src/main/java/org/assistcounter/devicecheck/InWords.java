package org.assistcounter.devicecheck;

import java.util.Locale;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.scanner.ScannerEvent;

/** The devices' events in a technician's words. A payment code is never told whole. */
final class InWords {

    private static final double MILLI = 1_000;

    private InWords() {}

    static Heard of(CashlessEvent event) {
        return switch (event) {
            case CashlessEvent.ReaderReady ready ->
                    Heard.good(
                            "reader of level %d, prices in steps of %d fen up to %d, can %s"
                                    .formatted(
                                            ready.level(),
                                            ready.stepMinor(),
                                            ready.mostMinor(),
                                            ready.abilities()));
            case CashlessEvent.ReaderLost(String reason) -> Heard.bad(reason);
            case CashlessEvent.Misfit(CashlessEvent.Lie lie, String detail) ->
                    Heard.bad("other " + word(lie) + " than it should have: " + detail);
            case CashlessEvent.Garbled(String hex, String reason) ->
                    Heard.same("no message (" + reason + "): " + hex);
            case CashlessEvent other -> Heard.same(other.toString());
        };
    }

    static Heard of(DispenserEvent event) {
        return switch (event) {
            case DispenserEvent.BoardReady(SelfTest sensor) ->
                    sensor == SelfTest.GOOD
                            ? Heard.good("board answers, drop sensor good")
                            : Heard.bad("board answers, drop sensor " + word(sensor));
            case DispenserEvent.BoardLost(String reason) -> Heard.bad(reason);
            case DispenserEvent.TurnStarted _ -> Heard.same("the motor turns");
            case DispenserEvent.TurnEnded(long _, TurnEvidence evidence) -> turned(evidence);
            case DispenserEvent.Garbled(String hex, String reason) ->
                    Heard.same("no message (" + reason + "): " + hex);
        };
    }

    private static Heard turned(TurnEvidence evidence) {
        String words =
                "home %s, drop %s, sensor %s before and %s after, board's status %d"
                        .formatted(
                                word(evidence.home()),
                                word(evidence.drop()),
                                word(evidence.sensorBefore()),
                                word(evidence.sensorAfter()),
                                evidence.boardStatus());
        boolean isClean =
                evidence.home() == TurnEvidence.Home.RETURNED
                        && evidence.drop() == TurnEvidence.Drop.SEEN;
        return isClean ? Heard.good(words) : Heard.bad(words);
    }

    static Heard of(ScannerEvent event) {
        return switch (event) {
            case ScannerEvent.ScannerReady _ ->
                    Heard.good("line open; it says nothing of itself, so hold a code to it");
            case ScannerEvent.ScannerLost(String reason) -> Heard.bad(reason);
            case ScannerEvent.CodeScanned scanned -> Heard.good(scanned.toString());
            case ScannerEvent.Garbled garbled -> Heard.same(garbled.toString());
        };
    }

    static Heard of(CabinetEvent event) {
        return switch (event) {
            case CabinetEvent.CabinetReady(boolean isDoorClosed, boolean isPowerGood) ->
                    contacts(isDoorClosed, isPowerGood);
            case CabinetEvent.CabinetLost(String reason) -> Heard.bad(reason);
            case CabinetEvent.ContactDoubtful(CabinetEvent.Contact contact) ->
                    Heard.bad("the contact of the " + word(contact) + " does not come to rest");
            case CabinetEvent.PowerFailing _ -> Heard.bad("the mains is failing");
            case CabinetEvent other -> Heard.same(other.toString());
        };
    }

    private static Heard contacts(boolean isDoorClosed, boolean isPowerGood) {
        String words =
                "door %s, mains %s"
                        .formatted(
                                isDoorClosed ? "closed" : "open", isPowerGood ? "good" : "failing");
        return isPowerGood ? Heard.good(words) : Heard.bad(words);
    }

    static Heard of(ClimateEvent event) {
        return switch (event) {
            case ClimateEvent.Reported reported ->
                    reported.airMilli().isPresent()
                            ? Heard.good(
                                    String.format(
                                            Locale.ROOT,
                                            "%.1f degrees",
                                            reported.airMilli().getAsInt() / MILLI))
                            : Heard.bad(reported.fault());
            case ClimateEvent.ClimateLost(String reason) -> Heard.bad(reason);
            case ClimateEvent.Garbled(String hex) -> Heard.same("no line of ours: " + hex);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
