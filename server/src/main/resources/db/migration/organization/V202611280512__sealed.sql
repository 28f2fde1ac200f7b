-- 居民身份证号 and telephone are sealed: ciphertext in the table, found by their blind index alone.
alter table organization.person add column id_number text;
comment on column organization.person.id_number is 'sealed';
comment on column organization.person.phone is 'sealed';
create index person_by_phone on organization.person (kernel.blind(phone)) where phone is not null;
create index person_by_id_number on organization.person (kernel.blind(id_number)) where id_number is not null;
