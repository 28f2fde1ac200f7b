select v.id as subject_id, d.institution_id, d.disposed_on::text as episode, v.plate as title, d.disposed_on as judged_on, d.disposed_on,
       min(d.disposed_on - a.starts_on) as actual, y.value as years,
       jsonb_agg(jsonb_build_object('person', p.name, 'post', a.title, 'took_office_on', a.starts_on, 'disposed_on', d.disposed_on,
           'days', d.disposed_on - a.starts_on, 'early_approval_no', d.early_approval_no, 'replaced_by', d.replaced_by)
           order by a.starts_on desc, p.code) as evidence
  from disposal d
  join vehicle v on v.id = d.vehicle_id
  join institution i on i.id = d.institution_id
  join vehicle_renewal_years y on y.division = i.division and y.valid @> d.disposed_on
  join leader_change_days n on n.division = i.division and n.valid @> d.disposed_on
  join appointment a on a.institution_id = d.institution_id and a.main and a.starts_on <= d.disposed_on and a.starts_on >= d.disposed_on - n.value::int
  -- those who lead the institution: heads of the divisions inside it come and go
  join person p on p.id = a.person_id and (p.rank like '%\_CHIEF' or p.rank like '%\_DEPUTY') and p.rank not like '%\_DIVISION\_%'
 where d.disposed_on between v.registered_on and :as_of
   and coalesce(trim(d.replaced_by), '') <> ''
   -- without an approval another rule finds it
   and coalesce(trim(d.early_approval_no), '') <> ''
   and d.disposed_on <= (v.registered_on + make_interval(years => y.value::int))::date
   -- who comes with the institution itself changes nothing
   and (i.established_on is null or a.starts_on > i.established_on)
 group by v.id, d.institution_id, d.disposed_on, v.plate, y.value
