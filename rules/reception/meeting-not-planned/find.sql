select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.cost,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'grade', m.grade, 'delegates', m.delegates, 'cost', m.cost)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
 where not exists (select from meeting_plan p where p.id = m.plan_id and p.approved_on <= m.starts_on and p.year = extract(year from m.starts_on))
   and coalesce(trim(m.extra_approval_no), '') = ''
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
