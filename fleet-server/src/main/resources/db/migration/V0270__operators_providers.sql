-- The provider of an organisation that keeps its people's accounts itself (OpenID Connect).
create table providers (
    tenant_id     text primary key references tenants,
    issuer        text not null,
    client_id     text not null,
    -- AES-256-GCM under the key of second factors, which is outside the database.
    client_secret bytea not null,
    -- What the provider calls a sign-in by two factors, besides saying mfa; empty for nothing.
    acr           text not null default '',
    set_at        timestamptz not null
);

-- Whose account at a provider somebody of ours is: by what the provider never gives to another,
-- and never by a name or an address.
create table provider_accounts (
    person_id uuid primary key references people,
    tenant_id text not null references tenants,
    issuer    text not null,
    subject   text not null,
    bound_at  timestamptz not null,
    used_at   timestamptz,
    unique (tenant_id, issuer, subject)
);

-- Who was sent to a provider and is not back. State, nonce and proof of the code follow from the
-- token in the browser's cookie, and from nothing that is kept here.
create table provider_visits (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    tenant_id   text not null references tenants,
    issuer      text not null,
    client_id   text not null,
    -- Who binds an account; null for a sign-in.
    person_id   uuid references people,
    credentials bigint,
    -- The hash of the invitation that is taken by it.
    invitation  bytea,
    started_at  timestamptz not null,
    ends_at     timestamptz not null
);

create index provider_visits_by_person on provider_visits (person_id);

-- How somebody came in: what a provider vouched for ends with the provider.
alter table sign_ins add column way text not null default 'password'
    check (way in ('password', 'organisation', 'passkey'));
alter table sessions add column way text not null default 'password'
    check (way in ('password', 'organisation', 'passkey'));
