-- A county's sums are kept as they are asked for: of each product, of each supplier and of each
-- county, by month, by district and by site. Summed from its products when somebody looks, a county
-- with twenty of them was 46,000 rows, each on a page of its own. An instance of the version before
-- counts elsewhere: all of them are stopped first.

-- For whom what is sold of a product is counted.
create table trace_origin (
    product     text primary key,
    supplier_id text not null,
    county_code text not null
);

create table trace_month (
    kind         text   not null check (kind in ('product', 'supplier', 'county')),
    origin       text   not null,
    month        date   not null check (extract(day from month) = 1),
    tenant_id    text collate "C" not null,
    delivered    bigint not null,
    unproven     bigint not null,
    amount_minor bigint not null,
    -- The suppliers' part of it, by their share of the price when each packet was sold.
    share_minor  bigint not null,
    primary key (kind, origin, month, tenant_id)
) with (fillfactor = 50);

create table trace_district (
    kind          text   not null check (kind in ('product', 'supplier', 'county')),
    origin        text   not null,
    month         date   not null check (extract(day from month) = 1),
    division_code text   not null,
    tenant_id     text collate "C" not null,
    delivered     bigint not null,
    unproven      bigint not null,
    amount_minor  bigint not null,
    share_minor   bigint not null,
    primary key (kind, origin, month, division_code, tenant_id)
) with (fillfactor = 50);

alter table trace_site rename to trace_site_before;
alter index trace_site_pkey rename to trace_site_before_pkey;
create table trace_site (
    kind          text   not null check (kind in ('product', 'supplier', 'county')),
    origin        text   not null,
    month         date   not null check (extract(day from month) = 1),
    -- Where the site lay.
    division_code text   not null,
    tenant_id     text collate "C" not null,
    site_id       text   not null,
    delivered     bigint not null,
    unproven      bigint not null,
    amount_minor  bigint not null,
    share_minor   bigint not null,
    primary key (kind, origin, month, division_code, tenant_id, site_id)
) with (fillfactor = 70);

-- How each product sells, at all operators.
alter table trace_day rename to trace_day_before;
alter index trace_day_pkey rename to trace_day_before_pkey;
create table trace_day (
    product       text   not null,
    business_date date   not null,
    delivered     bigint not null,
    unproven      bigint not null,
    amount_minor  bigint not null,
    primary key (product, business_date)
) with (fillfactor = 50);

insert into trace_day
select product, business_date, sum(delivered), sum(unproven), sum(amount_minor)
  from trace_day_before
 group by 1, 2;

insert into trace_origin
select p.product_code, p.supplier_id, s.county_code
  from catalogue_product p join catalogue_supplier s using (supplier_id);

insert into trace_month
select 'product', d.product, date_trunc('month', d.business_date)::date, d.tenant_id,
       sum(d.delivered), sum(d.unproven), sum(d.amount_minor),
       coalesce(sum(d.amount_minor * c.supplier_minor / c.price_minor), 0)
  from trace_day_before d
  left join lateral (
        select supplier_minor, price_minor from catalogue_price
         where product_code = d.product
         order by changed_at::date > d.business_date,
                  case when changed_at::date > d.business_date then number else -number end
         limit 1) c on true
 group by 1, 2, 3, 4;

-- What of it went where was not kept by day, so a site has its part of the month's share.
insert into trace_site
select 'product', t.product, t.month, i.division_code, t.tenant_id, t.site_id, t.delivered,
       t.unproven, t.amount_minor,
       coalesce(t.amount_minor::numeric * m.share_minor / nullif(m.amount_minor, 0), 0)
  from trace_site_before t
  join sites i using (site_id)
  join trace_month m
    on m.kind = 'product' and m.origin = t.product and m.month = t.month
       and m.tenant_id = t.tenant_id;

-- So that sites add up to the month.
update trace_month m
   set share_minor = s.share_minor
  from (select origin, month, tenant_id, sum(share_minor) as share_minor
          from trace_site
         group by 1, 2, 3) s
 where m.kind = 'product' and m.origin = s.origin and m.month = s.month
   and m.tenant_id = s.tenant_id;

insert into trace_month
select k.kind, case k.kind when 'county' then o.county_code else o.supplier_id end, t.month,
       t.tenant_id, sum(t.delivered), sum(t.unproven), sum(t.amount_minor), sum(t.share_minor)
  from trace_month t
  join trace_origin o on o.product = t.origin
 cross join (values ('supplier'), ('county')) k (kind)
 where t.kind = 'product'
 group by 1, 2, 3, 4;

insert into trace_site
select k.kind, case k.kind when 'county' then o.county_code else o.supplier_id end, t.month,
       t.division_code, t.tenant_id, t.site_id, sum(t.delivered), sum(t.unproven),
       sum(t.amount_minor), sum(t.share_minor)
  from trace_site t
  join trace_origin o on o.product = t.origin
 cross join (values ('supplier'), ('county')) k (kind)
 where t.kind = 'product'
 group by 1, 2, 3, 4, 5, 6;

insert into trace_district
select kind, origin, month, division_code, tenant_id, sum(delivered), sum(unproven),
       sum(amount_minor), sum(share_minor)
  from trace_site
 group by 1, 2, 3, 4, 5;

drop table trace_site_before;
drop table trace_day_before;
