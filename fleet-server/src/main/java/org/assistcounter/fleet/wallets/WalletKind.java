package org.assistcounter.fleet.wallets;

import java.util.Locale;

/** Who keeps an order: one of the wallets, or the sandbox in their place. */
public enum WalletKind {
    SANDBOX,
    WECHAT,
    ALIPAY;

    /** As the tables say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a table's word. */
    public static WalletKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
