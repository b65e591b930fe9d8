-- The same words about the same receipt are one claim, however often they are sent.
delete from complaints_claim c
 where exists (select 1 from complaints_claim f
                where f.sale = c.sale and f.contact = c.contact and f.said = c.said and f.id < c.id);

create unique index complaints_claim_once on complaints_claim (sale, md5(contact), md5(said));
