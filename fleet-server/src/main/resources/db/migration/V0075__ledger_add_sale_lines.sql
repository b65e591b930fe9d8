-- A sale has several lines: what lay in one row of ledger_sale becomes its first line.
CREATE TABLE ledger_sale_line (
    sale        text   NOT NULL REFERENCES ledger_sale,
    line        int    NOT NULL,
    tenant_id   text   NOT NULL,
    slot        int    NOT NULL,
    product     text   NOT NULL,
    lot         text   NOT NULL,
    price_minor bigint NOT NULL,
    progress    text   NOT NULL,
    PRIMARY KEY (sale, line)
);

INSERT INTO ledger_sale_line (sale, line, tenant_id, slot, product, lot, price_minor, progress)
SELECT sale, line, tenant_id, slot, product, lot, price_minor,
       CASE WHEN outcome IS NULL THEN progress ELSE 'ENDED' END
  FROM ledger_sale;

ALTER TABLE ledger_sale
    DROP COLUMN line,
    DROP COLUMN slot,
    DROP COLUMN product,
    DROP COLUMN lot,
    DROP COLUMN price_minor,
    DROP COLUMN progress;
