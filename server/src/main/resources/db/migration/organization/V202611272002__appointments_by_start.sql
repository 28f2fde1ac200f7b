-- Hundreds of thousands are gone through in the order of their first day, and those of one institution by themselves.
create index appointment_by_start on organization.appointment (starts_on, id);
drop index organization.appointment_of_institution;
create index appointment_of_institution on organization.appointment (institution_id, starts_on);
