with spent as (
    select s.institution_id, extract(year from s.month)::int as year, s.item, sum(s.amount) as amount, max(s.month) as last_month
      from spending s
     -- a month counts when it is over
     where s.month + interval '1 month' <= :as_of
     group by 1, 2, 3
),
progress as (
    select s.*, b.amount as budget, i.name, i.division, extract(month from s.last_month)::int as months
      from spent s
      join budget b on b.institution_id = s.institution_id and b.year = s.year and b.item = s.item and b.amount > 0
      join institution i on i.id = s.institution_id
     where s.amount <= b.amount and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
)
select p.institution_id as subject_id, p.institution_id, p.year || ' ' || p.item as episode, p.name as title, p.year, p.item, p.months, p.last_month as judged_on,
       round(p.amount * 100 / p.budget, 2) as actual, round((p.months / 12.0 + l.value) * 100, 2) as "limit", round(p.amount * 100 / p.budget, 2) - round((p.months / 12.0 + l.value) * 100, 2) as excess,
       jsonb_build_array(jsonb_build_object('item', p.item, 'budget', p.budget, 'spent', p.amount)) as evidence
  from progress p
  join spending_lead l on l.division = p.division and l.valid @> p.last_month::date
 where round(p.amount * 100 / p.budget, 2) > round((p.months / 12.0 + l.value) * 100, 2) and p.item <> 'VEHICLE_PURCHASE'
