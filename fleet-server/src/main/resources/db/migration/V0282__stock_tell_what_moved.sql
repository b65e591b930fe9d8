-- What came into slots and went out of them, told in the transaction that changes the slots and
-- taken away by who counts it: a lot may lie in as many slots as there are counters, and how much is
-- left of it is asked when there is no time. An instance of the version before tells nothing: all of
-- them are stopped first.
create table stock_moved (
    moved_id  bigint generated always as identity primary key,
    product   text   not null,
    lot       text   not null,
    tenant_id text   not null,
    -- So many more, or fewer.
    packets   bigint not null,
    -- In so many slots more, or fewer, some of it lie.
    slots     bigint not null
);

-- What of each lot lies in counters, those among them that stand nowhere any more.
create table trace_left (
    product   text   not null,
    lot       text   not null,
    tenant_id text collate "C" not null,
    packets   bigint not null,
    slots     bigint not null,
    primary key (product, lot, tenant_id)
) with (fillfactor = 50);

insert into trace_left
select product, lot, tenant_id, sum(quantity), count(*) filter (where quantity > 0)
  from stock_slot
 where length(product) <= 100 and length(lot) <= 100
 group by 1, 2, 3;
