-- By what people come in instead of a password and a code (Web Authentication).
create table passkeys (
    credential_id bytea primary key check (octet_length(credential_id) between 16 and 1023),
    person_id     uuid not null references people,
    tenant_id     text not null references tenants,
    name          text not null,
    -- The authenticator's kind, the id and the public key, as the authenticator gave them.
    attested      bytea not null,
    -- How often it was used by its own count; 0 where it does not count.
    count         bigint not null,
    may_be_copied boolean not null,
    is_copied     boolean not null,
    made_at       timestamptz not null,
    used_at       timestamptz,
    -- Its count went back: somebody else has it too, and it opens nothing.
    doubted_at    timestamptz
);

create index passkeys_by_person on passkeys (person_id);

-- Which browser was asked for a passkey. What is asked follows from the token in its cookie, and
-- from nothing that is kept here.
create table passkey_challenges (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    -- Who makes one; null for a sign-in, of which nobody knows yet whose it is.
    person_id   uuid references people,
    tenant_id   text references tenants,
    credentials bigint,
    started_at  timestamptz not null,
    ends_at     timestamptz not null
);
