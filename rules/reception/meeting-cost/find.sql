select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.grade, (m.delegates + coalesce(m.staff, 0)) as persons, m.ends_on - m.starts_on + 1 as days,
       m.cost as actual, cap.most as "limit", m.cost - cap.most as excess,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'delegates', m.delegates, 'staff', m.staff, 'quota', q.value, 'cost', m.cost)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_quota q on q.division = i.division and q.grade = m.grade and q.valid @> m.starts_on
 cross join lateral (select q.value * (m.delegates + coalesce(m.staff, 0)) * (m.ends_on - m.starts_on + 1) as most) cap
 where m.cost > cap.most
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
