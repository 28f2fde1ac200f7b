select v.id as subject_id, d.institution_id, v.plate as title, d.disposed_on, d.disposed_on as judged_on, n.plate as replaced_by, n.registered_on,
       d.disposed_on - n.registered_on as actual, m.value as "limit", d.disposed_on - n.registered_on - m.value as excess,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'disposed_on', d.disposed_on, 'replaced_by', n.plate, 'registered_on', n.registered_on)) as evidence
  from disposal d
  join vehicle v on v.id = d.vehicle_id
  join vehicle n on n.plate = trim(d.replaced_by) and n.institution_id = d.institution_id and n.id <> v.id
  join institution i on i.id = d.institution_id
  join replacement_overlap_days m on m.division = i.division and m.valid @> d.disposed_on
 where d.disposed_on <= :as_of and d.disposed_on - n.registered_on > m.value
