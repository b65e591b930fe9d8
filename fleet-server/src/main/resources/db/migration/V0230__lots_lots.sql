-- A lot: what one supplier harvested or made of one product at one time.
create table lots_lot (
    product_code    text        not null references catalogue_product,
    -- What GS1 lets stand in (10).
    lot_code        text        not null check (length(lot_code) between 1 and 20),
    harvested_on    date        not null,
    packed_on       date        not null check (packed_on >= harvested_on),
    shelf_life_days integer     not null check (shelf_life_days > 0),
    -- What the label says; worked out only where it says nothing.
    best_before     date        not null check (best_before >= packed_on),
    quantity        bigint      not null check (quantity > 0),
    -- What no operator has fetched yet.
    at_supplier     bigint      not null check (at_supplier between 0 and quantity),
    -- The household or the field, as the shopper reads it.
    grower          text        not null,
    inspection      text        not null,
    -- 承诺达标合格证: its number, who promises, since when; empty where none is due.
    certificate     text        not null,
    promised_by     text        not null,
    contact         text        not null,
    issued_on       date,
    version         bigint      not null default 1,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    primary key (product_code, lot_code),
    check ((certificate = '') = (issued_on is null))
);

create index lots_lot_newest on lots_lot (packed_on desc, product_code, lot_code);
create index lots_lot_by_end on lots_lot (best_before, product_code, lot_code);

-- Samples that were looked at. What is found stays.
create table lots_inspection (
    inspection_id bigint      generated always as identity primary key,
    product_code  text        not null,
    lot_code      text        not null,
    taken_on      date        not null,
    laboratory    text        not null,
    report        text        not null,
    passed        boolean     not null,
    findings      text        not null,
    done_by       text        not null,
    office        text        not null,
    done_at       timestamptz not null,
    foreign key (product_code, lot_code) references lots_lot,
    unique (product_code, lot_code, report)
);

create index lots_inspection_newest on lots_inspection (taken_on desc, inspection_id desc);

-- Goods on their way: from the supplier into a warehouse, onto a van, into a counter.
create table lots_movement (
    movement_id  bigint      generated always as identity primary key,
    tenant_id    text        not null references tenants,
    product_code text        not null,
    lot_code     text        not null,
    from_kind    text        not null,
    from_place   text        not null,
    to_kind      text        not null,
    to_place     text        not null,
    quantity     bigint      not null check (quantity > 0),
    reason       text        not null,
    done_by      text        not null,
    done_at      timestamptz not null,
    foreign key (product_code, lot_code) references lots_lot
);

create index lots_movement_by_lot on lots_movement (product_code, lot_code, movement_id desc);
create index lots_movement_newest on lots_movement (tenant_id, movement_id desc);

-- What an operator has where; moves with the movements in the same transaction and is never below nothing.
create table lots_held (
    tenant_id    text   not null references tenants,
    product_code text   not null,
    lot_code     text   not null,
    kind         text   not null check (kind in ('warehouse', 'van', 'counter', 'waste')),
    place        text   not null,
    quantity     bigint not null check (quantity >= 0),
    primary key (product_code, lot_code, tenant_id, kind, place)
);

create trigger lots_inspection_is_kept before update or delete on lots_inspection
    for each row execute function catalogue_is_kept();
create trigger lots_movement_is_kept before update or delete on lots_movement
    for each row execute function catalogue_is_kept();
