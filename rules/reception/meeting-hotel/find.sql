select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, coalesce(m.venue, '未登记名称的饭店') as venue_zh, coalesce(m.venue, 'a hotel without a name') as venue_en, m.stars as actual, s.value as "limit", m.stars - s.value as excess,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'venue', m.venue, 'stars', m.stars)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
  join meeting_hotel_stars s on s.division = i.division and s.valid @> m.starts_on
 where m.stars > s.value and m.grade <> 'FIRST'
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
