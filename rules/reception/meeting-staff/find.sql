select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.delegates, m.staff as actual, floor(m.delegates * s.value) as "limit", m.staff - floor(m.delegates * s.value) as excess,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'delegates', m.delegates, 'staff', m.staff, 'share', s.value)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_staff_share s on s.division = i.division and s.grade = m.grade and s.valid @> m.starts_on
 where m.staff > m.delegates * s.value
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
