-- Each packet that went out of a counter or may have gone out, told once and taken away by who
-- counts it. What was sold before is told here too, some minutes for ten million sales, and counted
-- behind the start. An instance of the version before tells nothing: all of them are stopped first.
create table ledger_sold (
    sold_id       bigint      generated always as identity primary key,
    sale          text        not null,
    line          int         not null,
    tenant_id     text        not null,
    counter_id    text        not null,
    slot          int         not null,
    product       text        not null,
    lot           text        not null,
    price_minor   bigint      not null,
    -- False where nobody saw it fall.
    is_proven     boolean     not null,
    -- False where it was told before, and what is news is that it is proven.
    is_news       boolean     not null default true,
    -- On which the sale was opened, in its site's zone.
    business_date date        not null,
    opened_at     timestamptz not null
);

insert into ledger_sold (sale, line, tenant_id, counter_id, slot, product, lot, price_minor,
       is_proven, business_date, opened_at)
select l.sale, l.line, s.tenant_id, s.counter_id, l.slot, l.product, l.lot, l.price_minor,
       l.progress = 'DELIVERED', s.business_date, s.opened_at
  from ledger_sale_line l
  join ledger_sale s using (sale)
  left join ledger_case c on c.sale = l.sale and c.line = l.line
 where (l.progress = 'DELIVERED'
        or (l.progress = 'HELD' and c.reason = 'unproven-delivery'))
   and length(l.product) <= 100 and length(l.lot) <= 100
 order by s.opened_at;
