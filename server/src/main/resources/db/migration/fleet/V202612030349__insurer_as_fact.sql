-- Who insured a vehicle is asked as who repaired it: whether they were chosen for all.
create or replace view facts.insurance as
select id, institution_id, vehicle_id, policy_no, kind, starts_on, ends_on, insurer from fleet.insurance;
