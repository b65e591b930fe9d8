-- The registry of counters. The id belongs to one card and its keys; the label is what people read
-- on the machine. A replaced card is a new counter under the old label, and the old one is suspended.
create table counters (
    counter_id         text primary key check (counter_id ~ '^[0-9a-f]{32}$'),
    tenant_id          text not null references tenants,
    site_id            text not null references sites,
    label              text not null,
    status             text not null check (status in ('enrolled', 'active', 'suspended')),
    -- Ed25519, 32 bytes, base64.
    journal_public_key text not null,
    certificate_serial text not null,
    -- The first certificate, DER in base64: the journal's genesis hash is made of it.
    enrolment_certificate text not null,
    enrolled_at        timestamptz not null,
    last_seen_at       timestamptz,
    last_seq           bigint not null default 0
);

create unique index counters_label on counters (tenant_id, label) where status <> 'suspended';
create index counters_by_site on counters (site_id);
