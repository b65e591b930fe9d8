-- An organisation may want that its people come by its own accounts only. A password that somebody
-- has stays and opens nothing.
alter table providers add column forbids_passwords boolean not null default false;

-- Whose password is a way in.
create view password_people as
select p.person_id
  from people p
 where p.password_hash is not null
   and not exists (select from providers v
                    where v.tenant_id = p.tenant_id and v.forbids_passwords);
