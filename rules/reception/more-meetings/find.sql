with counted as (
    select m.institution_id, extract(year from m.starts_on)::int as year, count(*) as meetings,
           jsonb_agg(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on) order by m.starts_on desc, m.meeting_no) as evidence
      from meeting m
     where m.form <> 'VIDEO' and m.starts_on <= :as_of
     group by 1, 2
)
select c.institution_id as subject_id, c.institution_id, c.year::text as episode, i.name as title, c.year, c.year - 1 as before,
       c.meetings as actual, l.meetings as "limit", c.meetings - l.meetings as excess, c.evidence
  from counted c
  join counted l on l.institution_id = c.institution_id and l.year = c.year - 1
  join institution i on i.id = c.institution_id
 where c.meetings > l.meetings and c.year > 2012
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
