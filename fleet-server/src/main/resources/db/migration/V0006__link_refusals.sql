-- What the link turned away. No tenant: who is refused has not proved to belong to anybody.
-- Bounded: the store deletes what is older than its newest lines.
create table link_refusals (
    refusal_id  bigint generated always as identity primary key,
    at          timestamptz not null,
    claimed_id  text not null,
    topic       text not null,
    reason      text not null,
    reason_code smallint not null,
    first_bytes text not null check (length(first_bytes) <= 256)
);
