-- One-time tokens by which a technician lets one card become one counter.
create table enrolment_tokens (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    tenant_id  text not null references tenants,
    site_id    text not null references sites,
    label      text not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    counter_id text references counters,
    check ((used_at is null) = (counter_id is null))
);
