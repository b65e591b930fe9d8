package org.assistcounter.fleet.wallets.bill;

import java.util.Optional;
import org.assistcounter.fleet.wallets.BillLine;

/** How one wallet writes its bill. Pure, and good for one bill. */
public interface BillForm {

    /** What the next line of text says; empty when it is not of an order. */
    Optional<BillLine> read(String text);

    /** The text has ended; refuses when it ended too early. */
    void end();
}
