-- When anything was last entered in the books of receptions, meetings, training and canteens, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
drop index reception.reception_of_institution;
create index reception_of_institution on reception.reception (institution_id, starts_on);

create view facts.reception_entry (institution_id, entered_on) as
select institution_id, starts_on from reception.reception where starts_on is not null
union all
select institution_id, starts_on from reception.meeting where starts_on is not null
union all
select institution_id, starts_on from reception.training where starts_on is not null
union all
select institution_id, assessed_on from reception.canteen_assessment where assessed_on is not null
union all
select institution_id, month from reception.food_waste where month is not null
union all
select institution_id, month from reception.canteen_account where month is not null
union all
select institution_id, (starts_at at time zone 'Asia/Shanghai')::date from reception.room_booking where starts_at is not null;
comment on view facts.reception_entry is '接待、会议、培训、食堂台账登记日; asked for the last one of an institution, by their indexes';
