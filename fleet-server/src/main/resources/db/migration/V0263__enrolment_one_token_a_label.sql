-- Of several tokens for one label that nobody has used, the newest is good, also when they are made at once.
delete from enrolment_tokens t
 where used_at is null
   and exists (select 1 from enrolment_tokens n
                where n.tenant_id = t.tenant_id and n.label = t.label and n.used_at is null
                  and (n.issued_at, n.token_hash) > (t.issued_at, t.token_hash));

create unique index enrolment_tokens_unused on enrolment_tokens (tenant_id, label)
    where used_at is null;
