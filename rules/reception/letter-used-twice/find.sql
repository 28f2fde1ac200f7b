select r.id as subject_id, r.institution_id, r.letter_no as episode, r.reception_no || ' ' || r.guest_unit as title, r.letter_no, r.starts_on, count(*) as others,
       jsonb_agg(jsonb_build_object('reception_no', o.reception_no, 'guest_unit', o.guest_unit, 'starts_on', o.starts_on, 'purpose', o.purpose) order by o.starts_on, o.reception_no) as evidence
  from reception r
  join institution i on i.id = r.institution_id
  join reception o on o.institution_id = r.institution_id and o.letter_no = r.letter_no and o.id <> r.id and o.status <> 'CANCELLED'
   -- a visit that goes on the next day is the same visit
   and o.starts_on < r.starts_on and o.ends_on + 1 < r.starts_on
 where trim(r.letter_no) <> ''
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by r.id, r.institution_id, r.reception_no, r.guest_unit, r.letter_no, r.starts_on
