-- When anything was last entered in the books of premises, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
create view facts.premises_entry (institution_id, entered_on) as
select institution_id, starts_on from premises.occupancy where starts_on is not null
union all
select institution_id, ends_on from premises.occupancy where ends_on is not null
union all
select institution_id, starts_on from premises.use_agreement where starts_on is not null
union all
select institution_id, starts_on from premises.lease where starts_on is not null
union all
select institution_id, received_on from premises.lease_income where received_on is not null
union all
select institution_id, done_on from premises.patrol where done_on is not null
union all
select institution_id, started_on from premises.project where started_on is not null
union all
select institution_id, accepted_on from premises.project where accepted_on is not null
union all
select institution_id, decided_on from premises.idle_disposal where decided_on is not null
union all
select institution_id, handed_over_on from premises.file_handover where handed_over_on is not null;
comment on view facts.premises_entry is '办公用房台账登记日; asked for the last one of an institution, by their indexes';
