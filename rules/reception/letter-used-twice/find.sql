select r.id as subject_id, r.institution_id, r.letter_no as episode, r.reception_no || ' ' || r.guest_unit as title, r.letter_no, r.starts_on, count(*) as others,
       jsonb_agg(jsonb_build_object('reception_no', o.reception_no, 'guest_unit', o.guest_unit, 'starts_on', o.starts_on, 'purpose', o.purpose) order by o.starts_on, o.reception_no) as evidence
  from reception r
  join institution i on i.id = r.institution_id
  join reception o on o.institution_id = r.institution_id and trim(o.letter_no) = trim(r.letter_no) and o.id <> r.id and o.status <> 'CANCELLED'
   -- a visit of the same guests that goes on the next day is the same visit; other guests need a letter of their own
   and (o.starts_on, o.reception_no) < (r.starts_on, r.reception_no) and (o.ends_on + 1 < r.starts_on or trim(o.guest_unit) <> trim(r.guest_unit))
 where trim(r.letter_no) <> ''
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by r.id, r.institution_id, r.reception_no, r.guest_unit, r.letter_no, r.starts_on
