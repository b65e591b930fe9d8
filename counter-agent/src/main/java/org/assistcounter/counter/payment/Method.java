package org.assistcounter.counter.payment;

import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.PaymentWay;

/** How a shopper pays: what the journal calls a way, with what the terminal or fleet must know. */
public sealed interface Method {

    /** A card, or a phone that acts as one, at the reader. */
    record Card() implements Method {}

    /** The screen shows a code, and the phone scans it with this wallet. */
    record ShownCode(Wallet wallet) implements Method {}

    /** The phone shows a code, and the scanner has read it. */
    record ScannedCode(PaymentCode code) implements Method {}

    /** The way, as the journal has it. */
    default PaymentWay way() {
        return switch (this) {
            case Card() -> PaymentWay.CARD;
            case ShownCode _, ScannedCode _ -> PaymentWay.WALLET;
        };
    }
}
