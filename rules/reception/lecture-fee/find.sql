select t.id as subject_id, t.institution_id, l.lecture_no::text as episode, t.name as title, l.taught_on, l.taught_on as judged_on, l.title as standing, l.hours,
       h.fee as actual, f.value as "limit", h.fee - f.value as excess,
       jsonb_build_array(jsonb_build_object('training_no', t.training_no, 'lecture_no', l.lecture_no, 'standing', l.title, 'hours', l.hours, 'fee', l.fee)) as evidence
  from lecture l
  join training t on t.id = l.training_id
  join institution i on i.id = l.institution_id
  join lecture_fee f on f.division = i.division and f.title = l.title and f.valid @> l.taught_on
 -- never rounded to the value it is above
 cross join lateral (select round(ceil(l.fee * 100 / nullif(l.hours, 0)) / 100, 2) as fee) h
 where l.hours > 0 and l.fee > f.value * l.hours and l.taught_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
