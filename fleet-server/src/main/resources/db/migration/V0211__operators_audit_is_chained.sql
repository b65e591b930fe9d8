-- The audit of each tenant is a chain: a line's hash covers the hash before it, so a line that is
-- changed, left out or put between others is seen by who works the hashes out again. The bytes:
-- the hash before (32 zero bytes at first), the number in the chain and the moment in microseconds
-- as 8 bytes, big-endian; tenant, person, action, subject and detail, each as UTF-8 after its
-- length in 4 bytes. The hash is SHA-256.
create table audit_heads (
    tenant_id text primary key references tenants,
    number    bigint not null,
    hash      bytea not null check (octet_length(hash) = 32),
    -- Lines up to this one were told to the log, which goes to another machine.
    told      bigint not null default 0
);

create table audit_chain (
    tenant_id text not null references tenants,
    number    bigint not null,
    audit_id  bigint not null unique references audit,
    hash      bytea not null check (octet_length(hash) = 32),
    primary key (tenant_id, number)
);

create function audit_text(value text) returns bytea language sql immutable as $$
    select int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8')
$$;

create function audit_hash(before bytea, number bigint, line audit) returns bytea
    language sql stable as $$
    select sha256(before || int8send(number)
        || int8send((extract(epoch from line.at) * 1000000)::bigint)
        || audit_text(line.tenant_id) || audit_text(coalesce(line.person_id::text, ''))
        || audit_text(line.action) || audit_text(line.subject) || audit_text(line.detail))
$$;

create function audit_adds_to_chain(line audit) returns void language plpgsql as $$
declare
    head audit_heads;
    next bytea;
begin
    insert into audit_heads (tenant_id, number, hash)
    values (line.tenant_id, 0, decode(repeat('00', 32), 'hex'))
    on conflict (tenant_id) do nothing;
    select * into head from audit_heads where tenant_id = line.tenant_id for update;
    next := audit_hash(head.hash, head.number + 1, line);
    insert into audit_chain (tenant_id, number, audit_id, hash)
    values (line.tenant_id, head.number + 1, line.audit_id, next);
    update audit_heads set number = head.number + 1, hash = next
     where tenant_id = line.tenant_id;
end
$$;

create function audit_is_chained() returns trigger language plpgsql as $$
begin
    perform audit_adds_to_chain(new);
    return null;
end
$$;

-- What was written before there was a chain; other instances wait, so that no line of theirs comes
-- between this and the trigger.
lock table audit in share row exclusive mode;

do $$
declare
    line audit;
begin
    for line in select * from audit order by audit_id loop
        perform audit_adds_to_chain(line);
    end loop;
end
$$;

-- At the very end of a transaction: whoever has the head waits for nothing any more. A transaction
-- writes lines of one tenant, or of one more that it has made itself.
create constraint trigger audit_goes_into_the_chain after insert on audit
    deferrable initially deferred for each row execute function audit_is_chained();

create trigger audit_chain_is_append_only before update or delete or truncate on audit_chain
    for each statement execute function audit_refuses_changes();
