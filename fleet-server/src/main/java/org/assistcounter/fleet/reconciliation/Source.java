package org.assistcounter.fleet.reconciliation;

import java.util.Locale;
import org.assistcounter.fleet.wallets.WalletKind;

/** What is compared with what we know. */
public enum Source {
    /** The bill of the sandbox. */
    SANDBOX,
    /** The bill of WeChat Pay. */
    WECHAT,
    /** The bill of Alipay. */
    ALIPAY,
    /** What journals claimed and the ledger booked, with what wallets told order by order. */
    BOOKS,
    /** The running totals that counters sign, with the ledger. */
    COUNTERS;

    /** The bill of a wallet. */
    public static Source of(WalletKind wallet) {
        return switch (wallet) {
            case SANDBOX -> SANDBOX;
            case WECHAT -> WECHAT;
            case ALIPAY -> ALIPAY;
        };
    }

    /** As the tables and pages say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source of a table's word. */
    public static Source of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
