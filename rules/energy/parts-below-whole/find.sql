with below as (
    -- what hung below what, and from when to when
    select m.id, m.energy_kind, m.removed_on, case when s.meter_id is null then m.parent_id else s.parent_id end as parent_id,
           case when s.meter_id is null then m.item else s.item end as item, coalesce(s.valid, daterange(null, null)) as valid
      from meter m
      left join meter_state s on s.meter_id = m.id
),
pair as (
    select p.id as parent_id, c.id as child_id, c.item, c.valid
      from meter p
      join below c on c.parent_id = p.id and c.energy_kind = p.energy_kind
     where :judged(p.institution_id) and p.energy_kind = 'ELECTRICITY'
       and (p.removed_on is null or p.removed_on >= date_trunc('month', :as_of)) and (c.removed_on is null or c.removed_on >= date_trunc('month', :as_of))
),
told as (
    -- days on which all four items had a meter below it, and everything is known
    select p.parent_id, t.day, sum(d.amount) as parts
      from pair p
     cross join lateral (select date_trunc('month', :as_of)::date - n as day from generate_series(1, 31) n) t
      left join meter_day d on d.meter_id = p.child_id and d.day = t.day and d.hours_read = 24
     where p.valid @> t.day and t.day >= date_trunc('month', :as_of) - interval '1 month'
     group by p.parent_id, t.day
    having count(*) = count(d.meter_id) and bool_or(p.item = 'LIGHTING_SOCKETS') and bool_or(p.item = 'HVAC') and bool_or(p.item = 'POWER') and bool_or(p.item = 'SPECIAL')
),
summed as (
    select t.parent_id, sum(t.parts)::numeric as parts, sum(w.amount)::numeric as whole, count(*) as days
      from told t
      join meter_day w on w.meter_id = t.parent_id and w.day = t.day and w.hours_read = 24
     group by t.parent_id
)
select m.id as subject_id, m.institution_id, to_char(date_trunc('month', :as_of) - interval '1 month', 'YYYY-MM') as episode, m.name as title,
       to_char(date_trunc('month', :as_of) - interval '1 month', 'YYYY-MM') as month, s.days, round(s.whole, 1) as whole, round(s.parts, 1) as parts,
       round(s.whole - s.parts, 1) as actual, round(s.whole * x.value, 1) as "limit", round(s.whole - s.parts, 1) - round(s.whole * x.value, 1) as excess,
       (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'amount', p.amount) order by c.code)
          from (select q.child_id, round(sum(d.amount)::numeric, 1) as amount
                  from pair q join told t on t.parent_id = q.parent_id and q.valid @> t.day
                 cross join lateral (select amount from meter_day d where d.meter_id = q.child_id and d.day = t.day offset 0) d
                 where q.parent_id = m.id group by q.child_id) p
          join meter c on c.id = p.child_id) as evidence
  from summed s
  join meter m on m.id = s.parent_id
  join institution i on i.id = m.institution_id
  join meter_residual_share x on x.division = i.division and x.valid @> :as_of
 where s.whole - s.parts > s.whole * x.value
