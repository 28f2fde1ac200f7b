select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, r.greeting,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'greeting', r.greeting)) as evidence
  from reception r
  join institution i on i.id = r.institution_id
 where r.greeting <> 'NONE'
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
