-- When anything was last entered in the rolls of people, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
create view facts.people_entry (institution_id, entered_on) as
select institution_id, joined_on from organization.person where joined_on is not null
union all
select institution_id, transferred_on from organization.person where transferred_on is not null
union all
select institution_id, retired_on from organization.person where retired_on is not null
union all
select institution_id, starts_on from organization.appointment where starts_on is not null
union all
select institution_id, ends_on from organization.appointment where ends_on is not null;
comment on view facts.people_entry is '人员台账登记日; asked for the last one of an institution, by their indexes';
