-- Who grows and makes. Kept by the supplier's own organisation, or by the county's office where it has none.
create table catalogue_supplier (
    supplier_id   text        primary key check (supplier_id ~ '^[a-z][a-z0-9-]{1,38}$'),
    tenant_id     text        references tenants,
    kind          text        not null check (kind in ('cooperative', 'household-group', 'company')),
    name_zh       text        not null,
    name_en       text        not null,
    -- GB/T 2260; means something only with the year of its edition.
    county_code   text        not null check (county_code ~ '^[0-9]{6}$'),
    county_year   smallint    not null check (county_year between 1980 and 2200),
    village       text        not null,
    licence       text        not null,
    licence_until date        not null,
    households    integer     not null check (households >= 0),
    version       bigint      not null default 1,
    changed_by    text        not null,
    changed_at    timestamptz not null
);

create index catalogue_supplier_by_county on catalogue_supplier (county_code, supplier_id);
create index catalogue_supplier_by_licence on catalogue_supplier (licence);
create index catalogue_supplier_by_tenant on catalogue_supplier (tenant_id, supplier_id);

create table catalogue_product (
    product_code      text        primary key check (product_code ~ '^[a-z][a-z0-9-]{1,38}$'),
    supplier_id       text        not null references catalogue_supplier,
    name_zh           text        not null,
    name_en           text        not null,
    category          text        not null,
    variety           text        not null,
    gtin              text        not null check (gtin ~ '^([0-9]{14})?$'),
    weight_grams      integer     not null check (weight_grams > 0),
    shelf_life_days   integer     not null check (shelf_life_days > 0),
    is_chilled        boolean     not null,
    is_primary        boolean     not null,
    season_from       smallint    not null check (season_from between 1 and 12),
    season_to         smallint    not null check (season_to between 1 and 12),
    yearly_kilograms  bigint      not null check (yearly_kilograms >= 0),
    households        integer     not null check (households >= 0),
    story_zh          text        not null,
    story_en          text        not null,
    price_minor       bigint      not null check (price_minor > 0),
    ceiling_minor     bigint      not null check (ceiling_minor >= price_minor),
    supplier_minor    bigint      not null check (supplier_minor between 0 and price_minor),
    recognised_since  date,
    recognised_until  date,
    version           bigint      not null default 1,
    changed_by        text        not null,
    changed_at        timestamptz not null,
    check ((recognised_since is null) = (recognised_until is null))
);

create index catalogue_product_by_supplier on catalogue_product (supplier_id, product_code);
create unique index catalogue_product_by_gtin on catalogue_product (gtin) where gtin <> '';

-- What a packet cost when, whoever changed it and how.
create table catalogue_price (
    product_code   text        not null references catalogue_product,
    number         bigint      generated always as identity,
    price_minor    bigint      not null,
    ceiling_minor  bigint      not null,
    supplier_minor bigint      not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    primary key (product_code, number)
);

create function catalogue_keep_price() returns trigger language plpgsql as $$
begin
    insert into catalogue_price (product_code, price_minor, ceiling_minor, supplier_minor,
                                 changed_by, changed_at)
    values (new.product_code, new.price_minor, new.ceiling_minor, new.supplier_minor,
            new.changed_by, new.changed_at);
    return null;
end $$;

create trigger catalogue_price_first after insert on catalogue_product
    for each row execute function catalogue_keep_price();
create trigger catalogue_price_next after update on catalogue_product
    for each row when ((old.price_minor, old.ceiling_minor, old.supplier_minor)
        is distinct from (new.price_minor, new.ceiling_minor, new.supplier_minor))
    execute function catalogue_keep_price();

-- Brand, green food, geographical indication, and how long each is good.
create table catalogue_mark (
    mark_id      bigint generated always as identity primary key,
    product_code text   not null references catalogue_product,
    kind         text   not null check (kind in ('brand', 'green-food', 'organic', 'origin')),
    number       text   not null,
    good_until   date   not null,
    unique (product_code, kind, number)
);

-- Papers are kept as they came; nothing is taken away.
create table catalogue_paper (
    paper_id     bigint      generated always as identity primary key,
    product_code text        not null references catalogue_product,
    kind         text        not null,
    name         text        not null,
    media_type   text        not null,
    hash         bytea       not null,
    content      bytea       not null,
    added_by     text        not null,
    added_at     timestamptz not null,
    unique (product_code, kind, hash)
);

create table catalogue_application (
    application_id bigint      generated always as identity primary key,
    product_code   text        not null references catalogue_product,
    is_renewal     boolean     not null,
    stage          text        not null,
    stage_before   text,
    due            date        not null,
    applied_by     text        not null,
    applied_at     timestamptz not null,
    version        bigint      not null default 1
);

-- One at a time.
create unique index catalogue_application_open on catalogue_application (product_code)
    where stage in ('county', 'city', 'province', 'publicity', 'returned');
create index catalogue_application_due on catalogue_application (due, application_id)
    where stage in ('county', 'city', 'province', 'publicity', 'returned');
create index catalogue_application_by_product
    on catalogue_application (product_code, application_id desc);

-- Who did what with an application, and why.
create table catalogue_step (
    application_id bigint      not null references catalogue_application,
    number         bigint      not null,
    deed           text        not null,
    reason         text        not null,
    stage          text        not null,
    office         text        not null,
    done_by        text        not null,
    done_at        timestamptz not null,
    primary key (application_id, number)
);

-- Suppliers and products that are kept out, with grounds, and how an appeal ended.
create table catalogue_exclusion (
    exclusion_id bigint      generated always as identity primary key,
    supplier_id  text        not null references catalogue_supplier,
    product_code text        references catalogue_product,
    grounds      text        not null
        check (grounds in ('quality', 'origin', 'price', 'integrity', 'law')),
    reason       text        not null,
    office       text        not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    appeal       text,
    appealed_by  text,
    appealed_at  timestamptz,
    answer       text,
    lifted_at    timestamptz,
    answered_by  text,
    answered_at  timestamptz
);

create unique index catalogue_exclusion_open
    on catalogue_exclusion (supplier_id, coalesce(product_code, '')) where lifted_at is null;

-- Steps and prices are written once.
create function catalogue_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed', tg_table_name;
end $$;

create trigger catalogue_step_is_kept before update or delete on catalogue_step
    for each row execute function catalogue_is_kept();
create trigger catalogue_price_is_kept before update or delete on catalogue_price
    for each row execute function catalogue_is_kept();
create trigger catalogue_paper_is_kept before update or delete on catalogue_paper
    for each row execute function catalogue_is_kept();
