with spent as (
    select s.institution_id, extract(year from s.month)::int as year, s.item, sum(s.amount) as amount, max(s.month) as last_month
      from spending s
     -- a month counts when it is over
     where s.month + interval '1 month' <= :as_of
     group by 1, 2, 3
)
select s.institution_id as subject_id, s.institution_id, s.year || ' ' || s.item as episode, i.name as title, s.year, s.item, make_date(s.year, 1, 1) as judged_on,
       s.amount as actual, b.amount as "limit", s.amount - b.amount as excess,
       jsonb_build_array(jsonb_build_object('item', s.item, 'budget', b.amount, 'spent', s.amount)) as evidence
  from spent s
  join budget b on b.institution_id = s.institution_id and b.year = s.year and b.item = s.item
  join institution i on i.id = s.institution_id
 where s.amount > b.amount and s.year > 2012
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
