-- Where each packet of each lot went. Lists go by operator and counter in the order of their bytes,
-- whatever the database's own order is. One hand moves these rows, behind the sales, so that no
-- commit waits for a row that all counters share.
create table trace_unit (
    product     text        not null,
    lot         text        not null,
    tenant_id   text collate "C"        not null,
    counter_id  text collate "C"        not null,
    opened_at   timestamptz not null,
    sale        text        not null,
    line        int         not null,
    slot        int         not null,
    price_minor bigint      not null,
    is_proven   boolean     not null,
    primary key (product, lot, tenant_id, counter_id, opened_at, sale, line)
);

-- What went out of each slot, of each lot.
create table trace_slot (
    product      text   not null,
    lot          text   not null,
    tenant_id    text collate "C"   not null,
    counter_id   text collate "C"   not null,
    slot         int    not null,
    delivered    bigint not null,
    unproven     bigint not null,
    amount_minor bigint not null,
    first_on     date   not null,
    last_on      date   not null,
    primary key (product, lot, tenant_id, counter_id, slot)
) with (fillfactor = 70);

create table trace_lot (
    product      text   not null,
    lot          text   not null,
    tenant_id    text collate "C"   not null,
    delivered    bigint not null,
    unproven     bigint not null,
    amount_minor bigint not null,
    first_on     date   not null,
    last_on      date   not null,
    primary key (product, lot, tenant_id)
) with (fillfactor = 50);

-- How each product sells.
create table trace_day (
    product       text   not null,
    business_date date   not null,
    tenant_id     text collate "C"   not null,
    delivered     bigint not null,
    unproven      bigint not null,
    amount_minor  bigint not null,
    primary key (product, business_date, tenant_id)
) with (fillfactor = 50);

-- And where.
create table trace_site (
    product      text   not null,
    month        date   not null check (extract(day from month) = 1),
    tenant_id    text collate "C"   not null,
    site_id      text   not null,
    delivered    bigint not null,
    unproven     bigint not null,
    amount_minor bigint not null,
    primary key (product, month, tenant_id, site_id)
) with (fillfactor = 70);
