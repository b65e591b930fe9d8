-- Who works with the fleet. Every table that belongs to somebody names its tenant, from here on.
create table tenants (
    tenant_id  text primary key check (tenant_id ~ '^[a-z][a-z0-9-]{1,62}$'),
    name_zh    text not null,
    name_en    text not null,
    created_at timestamptz not null
);

create table people (
    person_id     uuid primary key,
    tenant_id     text not null references tenants,
    login         text not null unique check (login = lower(login)),
    name          text not null,
    -- Null: this person cannot sign in with a password.
    password_hash text,
    is_disabled   boolean not null default false,
    created_at    timestamptz not null
);

create table person_roles (
    person_id uuid not null references people,
    tenant_id text not null references tenants,
    role      text not null,
    primary key (person_id, role)
);

create table sessions (
    -- SHA-256 of the token in the cookie: who reads this table cannot sign in with it.
    token_hash   bytea primary key check (octet_length(token_hash) = 32),
    person_id    uuid not null references people,
    tenant_id    text not null references tenants,
    started_at   timestamptz not null,
    last_used_at timestamptz not null,
    ends_at      timestamptz not null
);

create index sessions_by_person on sessions (person_id);
