package org.assistcounter.fleet.dashboards;

import java.util.List;

/** The ledger's balances in words. Money and goods each sum to zero, and the page shows it. */
public record Books(
        List<Rows.Account> money, String moneySum, List<Rows.Account> goods, Sum goodsSum) {

    /** What the pieces of all products sum up to, and whether each product's do too. */
    public record Sum(long pieces, boolean isEven) {}
}
