-- What premises publishes to the rules. Areas are square metres, usable area unless the name says building area.

create view facts.building as
select id, institution_id, code, name, acquisition, title_holder, title_status, certificate_no, built_on,
       building_area, usable_area, storeys, storeys_below, high_rise
  from premises.building;
comment on view facts.building is '办公楼';
comment on column facts.building.institution_id is 'who holds it';
comment on column facts.building.acquisition is 'OWNED BORROWED LEASED';

create view facts.room as
select r.id, r.institution_id, r.building_id, r.number, concat_ws(' ', b.name, r.number) as title, r.use, r.approved_use,
       r.usable_area, r.toilet_area, r.basis_document, r.idle_since
  from premises.room r
  left join premises.building b on b.id = r.building_id;
comment on view facts.room is '房间';
comment on column facts.room.institution_id is '使用单位: who it is allotted to';
comment on column facts.room.use is 'OFFICE SERVICE EQUIPMENT ANCILLARY TECHNICAL';
comment on column facts.room.usable_area is 'a rest room inside it included';
comment on column facts.room.toilet_area is 'own toilet, inside usable_area; null when there is none';

create view facts.occupancy as
select id, institution_id, room_id, person_id, department_id, starts_on, ends_on, approval_no from premises.occupancy;
comment on view facts.occupancy is 'who uses a room: a person or a department, from day to day (both included)';
comment on column facts.occupancy.approval_no is 'approval of a second office';

create view facts.lease as
select id, institution_id, contract_no, direction = 'OUT' as outward, building_id, place, counterparty, counterparty_kind,
       area, approved_area, rent_per_year, approval_no, disposal_no, starts_on, ends_on
  from premises.lease;
comment on view facts.lease is '租入租出合同, from day to day (both included)';
comment on column facts.lease.outward is 'true: our premises let or lent to others; false: theirs to us';
comment on column facts.lease.approved_area is 'm² that were approved; null when unknown';
comment on column facts.lease.rent_per_year is 'yuan a year';
comment on column facts.lease.disposal_no is 'approval of letting idle premises as a disposal';

create view facts.use_agreement as
select id, institution_id, agreement_no, certificate_no, building_id, area, starts_on, ends_on from premises.use_agreement;
comment on view facts.use_agreement is '办公用房使用协议, from day to day (both included)';
