-- Who did what. Append-only: even the server's own account cannot change a line.
create table audit (
    audit_id  bigint generated always as identity primary key,
    tenant_id text not null references tenants,
    person_id uuid references people,
    at        timestamptz not null,
    action    text not null,
    subject   text not null,
    detail    text not null
);

create index audit_by_tenant on audit (tenant_id, audit_id);

create function audit_refuses_changes() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end
$$;

create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function audit_refuses_changes();
