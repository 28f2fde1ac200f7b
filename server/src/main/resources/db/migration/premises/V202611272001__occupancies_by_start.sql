-- Hundreds of thousands are gone through in the order of their first day, and those of one institution by themselves.
create index occupancy_by_start on premises.occupancy (starts_on, id);
drop index premises.occupancy_of_institution;
create index occupancy_of_institution on premises.occupancy (institution_id, starts_on);
