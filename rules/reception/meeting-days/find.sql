select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, case when m.briefing then '传达、布置类会议' else '会议' end as what_zh, case when m.briefing then 'briefing' else 'meeting' end as what_en,
       m.ends_on - m.starts_on + 1 as actual, d.value as "limit", m.ends_on - m.starts_on + 1 - d.value as excess,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'grade', m.grade)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_days d on d.division = i.division and d.grade = case when m.briefing then 'BRIEFING' else m.grade end and d.valid @> m.starts_on
 where m.ends_on - m.starts_on + 1 > d.value
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
