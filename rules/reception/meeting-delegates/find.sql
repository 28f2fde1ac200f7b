select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.grade, m.delegates as actual, d.value as "limit", m.delegates - d.value as excess,
       -- of class four the article says: in general
       case when m.grade = 'FOURTH' then 'SUSPICION' else 'VIOLATION' end as severity,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'grade', m.grade, 'delegates', m.delegates)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_delegates d on d.division = i.division and d.grade = m.grade and d.valid @> m.starts_on
 where m.delegates > d.value and m.form <> 'VIDEO'
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
