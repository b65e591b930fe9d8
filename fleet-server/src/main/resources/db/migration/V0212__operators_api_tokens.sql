-- What programs show instead of a session: each is of a person and allows a part of what they may.
create table api_tokens (
    token_id   uuid primary key,
    person_id  uuid not null references people,
    tenant_id  text not null references tenants,
    name       text not null,
    -- SHA-256 of the token.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    scopes     text[] not null,
    credentials bigint not null,
    made_at    timestamptz not null,
    ends_at    timestamptz not null,
    used_at    timestamptz
);

create index api_tokens_by_person on api_tokens (person_id);
