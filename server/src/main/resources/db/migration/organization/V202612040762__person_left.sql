-- Who went over to another institution left the one before: what several rules ask (OF-21, AS-07) is said once.
create view facts.person_left as
select s.person_id, s.institution_id, s.ends_on + 1 as left_on,
       coalesce((select range_agg(daterange(a.starts_on, a.ends_on, '[]'))
                   from organization.appointment a
                  where a.person_id = s.person_id and a.institution_id = s.institution_id and not a.main), '{}'::datemultirange) as besides
  from organization.person_past s
  join organization.person p on p.id = s.person_id and p.institution_id <> s.institution_id;
comment on view facts.person_left is '转出: institutions where a person mainly served before going over to where they serve now';
comment on column facts.person_left.left_on is 'first day elsewhere, or in another post there: the latest day of an institution counts';
comment on column facts.person_left.besides is 'days of concurrent posts that were held there';
