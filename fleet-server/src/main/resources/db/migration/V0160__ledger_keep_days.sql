-- What each counter sold on each day, so that a page need not sum up postings. What was sold before
-- counts to the day on which the sale began; from now on to the day on which it ended.
CREATE TABLE ledger_day (
    tenant_id     text   NOT NULL,
    counter_id    text   NOT NULL,
    business_date date   NOT NULL,
    sold_minor    bigint NOT NULL,
    delivered     bigint NOT NULL,
    PRIMARY KEY (tenant_id, business_date, counter_id)
) WITH (fillfactor = 70);

INSERT INTO ledger_day (tenant_id, counter_id, business_date, sold_minor, delivered)
SELECT tenant_id, counter_id, business_date, sum(sold), sum(delivered)
  FROM (SELECT e.tenant_id, e.counter_id, e.business_date, -sum(p.amount) AS sold,
               0 AS delivered
          FROM ledger_entry e
          JOIN ledger_posting p ON p.entry_id = e.id AND p.booked_at = e.booked_at
         WHERE p.account = 'sales'
         GROUP BY 1, 2, 3
         UNION ALL
        SELECT tenant_id, counter_id, business_date, 0, count(*)
          FROM ledger_sale WHERE outcome = 'DELIVERED'
         GROUP BY 1, 2, 3) sums
 GROUP BY 1, 2, 3;

-- Nobody asks for a day's sales one by one any more.
DROP INDEX ledger_sale_day;
