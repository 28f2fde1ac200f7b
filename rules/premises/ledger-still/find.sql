select i.id as subject_id, i.id as institution_id, l.last_on::text as episode, i.name as title, m.ledger, l.last_on, m.value as months,
       jsonb_build_array(jsonb_build_object('ledger', m.ledger, 'last_on', l.last_on)) as evidence
  from institution i
  join ledger_still_months m on m.division = i.division and m.ledger = 'PREMISES' and m.valid @> :as_of
 cross join lateral (select max(e.entered_on) as last_on from premises_entry e where e.institution_id = i.id and e.entered_on <= :as_of) l
 where :as_of > l.last_on + make_interval(months => round(m.value)::int)
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
