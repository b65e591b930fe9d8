-- How a line ended is kept with it. Of what is kept, the sums of the sale tell; where it has several
-- lines, each is told to be the worst of them.
UPDATE ledger_sale_line l
   SET progress = CASE
           WHEN s.held_minor > 0 THEN 'HELD'
           WHEN s.refunded_minor > 0 THEN 'GIVEN_BACK'
           WHEN s.outcome = 'UNPAID' THEN 'OPENED'
           ELSE 'DELIVERED'
       END
  FROM ledger_sale s
 WHERE s.sale = l.sale AND l.progress = 'ENDED';
