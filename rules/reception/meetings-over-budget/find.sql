with held as (
    select m.institution_id, extract(year from m.starts_on)::int as year, sum(m.cost) as cost,
           jsonb_agg(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'cost', m.cost) order by m.cost desc, m.meeting_no) as evidence
      from meeting m
     where m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
     group by 1, 2
)
select h.institution_id as subject_id, h.institution_id, h.year::text as episode, i.name as title, h.year, make_date(h.year, 1, 1) as judged_on,
       h.cost as actual, b.amount as "limit", h.cost - b.amount as excess, h.evidence
  from held h
  join budget b on b.institution_id = h.institution_id and b.year = h.year and b.item = 'MEETING'
  join institution i on i.id = h.institution_id
 where h.cost > b.amount
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
