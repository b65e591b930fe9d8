-- Which instances are alive, and which of them looks after which counters. A shard's row is locked
-- FOR KEY SHARE while records of its counters are committed, and FOR UPDATE when it changes hands.
create table shards_instance (
    instance text primary key,
    name     text        not null,
    alone    boolean     not null,
    until    timestamptz not null
);

create table shards_lease (
    shard    integer primary key,
    instance text,
    since    timestamptz not null default now()
);

insert into shards_lease (shard) select generate_series(0, 63);
