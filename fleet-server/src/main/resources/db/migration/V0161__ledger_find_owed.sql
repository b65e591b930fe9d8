-- Which rows hold what is owed: few, and none of these columns ever changes, so that a balance that
-- moves costs this index nothing.
CREATE INDEX ledger_balance_owed ON ledger_balance (tenant_id, account)
    WHERE account IN ('refunds-due', 'cases');
