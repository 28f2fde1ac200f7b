-- What organization publishes to the rules.

create view facts.division as
select d.code, d.name, d.level, p.code as parent
  from organization.division d
  left join organization.division p on p.id = d.parent_id;
comment on view facts.division is '行政区划, one row a code, ended ones included';
comment on column facts.division.parent is 'code of the division above; null at the top';

create view facts.institution as
select i.id, i.code, i.name, i.short_name, i.kind, i.level, d.code as division, i.parent_id, i.established_on, i.dissolved_on
  from organization.institution i
  left join organization.division d on d.id = i.division_id;
comment on view facts.institution is '机构, dissolved ones included';
comment on column facts.institution.division is 'code of its division: the key by which every parameter is found';
comment on column facts.institution.level is 'CENTRAL PROVINCE CITY COUNTY TOWNSHIP';
comment on column facts.institution.dissolved_on is 'first day it no longer exists; null while it does';

create view facts.establishment as
select institution_id, rank, headcount, starts_on, ends_on from organization.establishment;
comment on view facts.establishment is '编制: posts fixed for an institution, by rank, from day to day (both included)';

create view facts.person as
select id, institution_id, code, name, rank, staffing, transport_allowance, joined_on, transferred_on, retired_on
  from organization.person;
comment on view facts.person is '人员, those who left included';
comment on column facts.person.institution_id is 'where the person mainly serves';
comment on column facts.person.transferred_on is 'day the transfer out was completed (办理手续)';
comment on column facts.person.retired_on is 'day the retirement was completed (办理手续)';

create view facts.appointment as
select id, institution_id, person_id, title, main, starts_on, ends_on from organization.appointment;
comment on view facts.appointment is '任职: the main post and concurrent ones, from day to day (both included)';
comment on column facts.appointment.ends_on is 'last day in the post; null while it lasts';
