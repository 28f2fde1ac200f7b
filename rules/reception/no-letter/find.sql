select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, r.guests,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'purpose', r.purpose)) as evidence
  from reception r
  join institution i on i.id = r.institution_id
  join reception_letter l on l.division = i.division and l.valid @> r.starts_on and l.value = 'REQUIRED'
 where coalesce(trim(r.letter_no), '') = ''
   and r.status <> 'CANCELLED' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
