-- Forms that were taken, by the hash of a word that each page is drawn with: sent again they do nothing.
create table forms_taken (
    person_id uuid        not null references people,
    word      text        not null,
    tenant_id text        not null references tenants,
    taken_at  timestamptz not null,
    primary key (person_id, word)
);

create index forms_taken_oldest on forms_taken (taken_at);
