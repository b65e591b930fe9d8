-- A file between its dry run and its import; of each person the latest.
create table catalogue_import (
    person_id uuid        primary key references people,
    tenant_id text        not null references tenants,
    kind      text        not null,
    name      text        not null,
    content   bytea       not null,
    sent_at   timestamptz not null
);
