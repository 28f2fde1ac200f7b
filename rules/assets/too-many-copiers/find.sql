with counted as (
    select a.institution_id, sum(a.quantity) as held, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'quantity', nullif(a.quantity, 1), 'purchased_on', a.purchased_on)) order by a.card_no) as evidence
      from asset a
     where a.category = 'COPIER' and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and a.status <> 'IN_WAREHOUSE' and coalesce(a.purchased_on, '-infinity') <= :as_of
     group by 1
),
cap as (
    select b.institution_id, b.headcount, i.name,
           sum(ceil(greatest(least(b.headcount, coalesce(p.until, b.headcount)) - p.above, 0) / p.value)) as most
      from asset_basis b
      join institution i on i.id = b.institution_id
      join lateral (select p.above, p.value, lead(p.above) over (order by p.above) as until
                      from persons_per_copier p where p.division = i.division and p.valid @> :as_of) p on true
     where b.starts_on <= :as_of and (b.ends_on is null or b.ends_on >= :as_of)
       -- the latest counts, where the one before was not ended
       and not exists (select from asset_basis l where l.institution_id = b.institution_id and l.starts_on > b.starts_on and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of))
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
     group by 1, 2, 3
)
select c.institution_id as subject_id, c.institution_id, cap.name as title, cap.headcount, c.held as actual, cap.most as "limit", c.held - cap.most as excess, c.evidence
  from counted c
  join cap on cap.institution_id = c.institution_id
 where c.held > cap.most
