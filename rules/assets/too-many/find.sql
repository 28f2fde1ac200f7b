with held as (
    select a.institution_id, a.category, sum(a.quantity) as held
      from asset a
     where a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and a.status <> 'IN_WAREHOUSE' and coalesce(a.purchased_on, '-infinity') <= :as_of
     group by 1, 2
),
-- a thing may be counted among several: a colour printer is a printer too
counted as (
    select h.institution_id, g.quantity_group, sum(h.held * g.value) as held
      from held h
      join institution i on i.id = h.institution_id
      join asset_counted_among g on g.division = i.division and g.category = h.category and g.valid @> :as_of
     group by 1, 2
)
select c.institution_id as subject_id, c.institution_id, c.quantity_group as episode, i.name as title, c.quantity_group, b.headcount, case when b.secret then 'SECRET' else 'ORDINARY' end as secrecy,
       -- only copiers are rounded up by the standard: a thing that is too many but for a fraction is no more than a suspicion
       case when c.held > ceil(b.headcount * s.value) then 'VIOLATION' else 'SUSPICION' end as severity,
       c.held as actual, floor(b.headcount * s.value) as "limit", c.held - floor(b.headcount * s.value) as excess,
       case when floor(b.headcount * s.value) = b.headcount * s.value then '' else '（按比例为 ' || trim_scale(b.headcount * s.value) || ' 件，标准没有规定尾数进一）' end as fraction_zh,
       case when floor(b.headcount * s.value) = b.headcount * s.value then '' else ' (the share is ' || trim_scale(b.headcount * s.value) || '; the standard does not round it up)' end as fraction_en,
       jsonb_build_array(jsonb_build_object('headcount', b.headcount, 'secrecy', case when b.secret then 'SECRET' else 'ORDINARY' end, 'share', s.value, 'held', c.held)) as evidence
  from counted c
  -- the latest counts, where the one before was not ended
  join lateral (select * from asset_basis b where b.institution_id = c.institution_id and b.starts_on <= :as_of and (b.ends_on is null or b.ends_on >= :as_of)
                 order by b.starts_on desc limit 1) b on true
  join institution i on i.id = c.institution_id
  join asset_quantity_share s on s.division = i.division and s.quantity_group = c.quantity_group and s.secrecy = case when b.secret then 'SECRET' else 'ORDINARY' end and s.valid @> :as_of
 where c.held > floor(b.headcount * s.value)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
