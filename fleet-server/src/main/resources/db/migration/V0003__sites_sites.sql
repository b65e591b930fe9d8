-- Where counters stand. A division code (GB/T 2260) means something only with the year it is from.
create table sites (
    site_id       text primary key,
    tenant_id     text not null references tenants,
    venue         text not null,
    name_zh       text not null,
    name_en       text not null,
    division_code text not null check (division_code ~ '^[0-9]{6}$'),
    division_year smallint not null check (division_year between 1980 and 2200),
    zone          text not null,
    created_at    timestamptz not null
);

create index sites_by_tenant on sites (tenant_id, site_id);
