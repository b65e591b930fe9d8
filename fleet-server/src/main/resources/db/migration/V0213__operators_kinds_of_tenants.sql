-- What an organisation is, which decides what its people can be.
alter table tenants add column kind text not null default 'operator'
    check (kind in ('platform', 'programme', 'operator', 'supplier', 'auditor'));
-- GB/T 2260, where an organisation is of one division.
alter table tenants add column division_code text not null default ''
    check (division_code ~ '^([0-9]{6})?$');
alter table tenants add column is_closed boolean not null default false;

-- An auditor's session may look at another tenant, and changes nothing there.
alter table sessions add column looks_at text references tenants;

-- People of an organisation that was closed may not sign in.
create or replace view operators as
select p.person_id, p.tenant_id, p.login, p.name,
       array(select r.role from person_roles r
              where r.person_id = p.person_id order by r.role) as roles,
       p.credentials
  from people p join tenants t on t.tenant_id = p.tenant_id
 where not p.is_disabled and not t.is_closed;

-- The organisation that servers began with runs them.
update tenants set kind = 'platform' where tenant_id = 'operator';
insert into person_roles (person_id, tenant_id, role)
select person_id, tenant_id, 'PLATFORM' from people where login = 'admin'
    on conflict do nothing;
