-- What a person shows besides the password: codes of six digits (RFC 6238).
create table second_factors (
    person_id    uuid primary key references people,
    tenant_id    text not null references tenants,
    -- AES-256-GCM under a key outside the database: who reads this table makes no codes. Null
    -- until a code has proven that an app holds it.
    secret       bytea,
    confirmed_at timestamptz check ((confirmed_at is null) = (secret is null)),
    -- The newest time step whose code was taken; this one and those before it are used up.
    last_step    bigint not null default 0,
    tries        integer not null default 0,
    tries_since  timestamptz
);

-- Rises whenever all that a person has here ends: a session that was begun meanwhile by what was
-- good before is none.
alter table people add column credentials bigint not null default 0;
alter table sessions add column credentials bigint not null default 0;

-- A password was right; the second factor is awaited.
create table sign_ins (
    -- SHA-256 of the token in the cookie.
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    person_id  uuid not null references people,
    tenant_id  text not null references tenants,
    credentials bigint not null,
    -- What this browser is shown where the person has no second factor yet: drawn for this sign-in
    -- alone, so that nobody knows it who began another. Sealed as above.
    offered    bytea not null,
    started_at timestamptz not null,
    ends_at    timestamptz not null
);

create index sign_ins_by_person on sign_ins (person_id);

-- A link that lets one person choose a password, once. A new one replaces the one before.
create table invitations (
    person_id  uuid primary key references people,
    tenant_id  text not null references tenants,
    -- SHA-256 of the token in the link.
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    made_at    timestamptz not null,
    ends_at    timestamptz not null
);

alter table people add column signed_in_at timestamptz;

-- People who may sign in, with their roles.
create view operators as
select p.person_id, p.tenant_id, p.login, p.name,
       array(select r.role from person_roles r
              where r.person_id = p.person_id order by r.role) as roles,
       p.credentials
  from people p
 where not p.is_disabled;
