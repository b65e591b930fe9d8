package org.assistcounter.devices.cash;

import java.util.List;
import org.assistcounter.devices.mdb.Identification;

/** What a coin changer answers, and the events that its polls bring (MDB/ICP 4.2 §5.3). */
public sealed interface ChangerMessage {

    /**
     * Level, currency in BCD, value = credit x scale x 10^-decimals; a credit of 255 is a token.
     */
    record SetupData(
            int level, int country, int scale, int decimals, int tubeMask, List<Integer> credits)
            implements ChangerMessage {}

    /** Coins that are surely in the tubes, by type. A full tube without coins is out of order. */
    record Tubes(int fullMask, List<Integer> counts) implements ChangerMessage {}

    /** Who it is, and the options it offers. */
    record PeripheralId(Identification id, long optionBits) implements ChangerMessage {}

    /** Coins paid out for the last Payout, by type. */
    record PaidOut(List<Integer> counts) implements ChangerMessage {}

    /** Value paid out since the last question. */
    record PaidOutSoFar(int value) implements ChangerMessage {}

    /** Main code and subcode of each condition that lasts. */
    record Diagnosis(List<Integer> codes) implements ChangerMessage {}

    /** Coins that were moved by hand, by type. */
    record MovedByHand(List<Integer> counts) implements ChangerMessage {}

    /** What a poll brings, in order. */
    sealed interface Event extends ChangerMessage {}

    /** Somebody took coins out with the buttons of the changer. */
    record CoinDispensed(int coinType, int count, int left) implements Event {}

    /** A coin came in. Only cash box and tube are credit. */
    record CoinDeposited(int coinType, Routing routing, int inTube) implements Event {}

    /** Something happened or lasts. */
    record Status(CoinStatus status) implements Event {}

    /** Things that were no coins. */
    record Slugs(int count) implements Event {}

    /** File transport, which our VMC does not use. */
    record NotUsed(int code, String data) implements Event {}

    /** Where a coin went. */
    enum Routing {
        CASH_BOX,
        TUBE,
        REJECTED
    }
}
