-- A code tells people of one institution apart, and nobody whom another has (docs/adr/0026).
alter table organization.person drop constraint person_code_is_unique, add constraint person_code_is_unique unique (code, institution_id);
