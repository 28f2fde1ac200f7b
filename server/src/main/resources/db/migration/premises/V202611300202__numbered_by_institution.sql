-- A code tells rows of one institution apart, and nobody what another has (docs/adr/0026); so does a room's number in a building
-- that many use. The number comes first: it is what a row is looked for by, in whichever institution.
alter table premises.site drop constraint site_code_is_unique, add constraint site_code_is_unique unique (code, institution_id);
alter table premises.building drop constraint building_code_is_unique, add constraint building_code_is_unique unique (code, institution_id);
alter table premises.room drop constraint room_number_is_unique, add constraint room_number_is_unique unique (building_id, number, institution_id);
