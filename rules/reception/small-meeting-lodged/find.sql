select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.delegates, m.lodgers,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'delegates', m.delegates, 'outsiders', m.outsiders, 'lodgers', m.lodgers, 'venue', m.venue)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_indoor_persons p on p.division = i.division and p.valid @> m.starts_on
 where m.delegates <= p.value and m.outsiders = 0 and m.lodgers > 0
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
