with pair as (
    select p.id as parent_id, c.id as child_id
      from meter p
      join meter c on c.parent_id = p.id and c.energy_kind = p.energy_kind
     where :judged(p.institution_id) and p.energy_kind = 'ELECTRICITY'
       and (p.removed_on is null or p.removed_on >= date_trunc('month', :as_of)) and (c.removed_on is null or c.removed_on >= date_trunc('month', :as_of))
       and (select count(distinct o.item) from meter o
             where o.parent_id = p.id and o.item in ('LIGHTING_SOCKETS', 'HVAC', 'POWER', 'SPECIAL') and (o.removed_on is null or o.removed_on >= date_trunc('month', :as_of))) = 4
),
family as (select parent_id, count(*) as size from pair group by parent_id),
told as (
    -- days of which everything is known
    select p.parent_id, d.day, sum(d.amount) as parts
      from pair p
      join meter_day d on d.meter_id = p.child_id
     where d.hours_read = 24 and d.day >= date_trunc('month', :as_of) - interval '1 month' and d.day < date_trunc('month', :as_of)
     group by p.parent_id, d.day
    having count(*) = (select f.size from family f where f.parent_id = p.parent_id)
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
       (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'amount',
                   (select round(sum(d.amount)::numeric, 1) from told t join meter_day d on d.meter_id = c.id and d.day = t.day where t.parent_id = m.id)) order by c.code)
          from pair p join meter c on c.id = p.child_id where p.parent_id = m.id) as evidence
  from summed s
  join meter m on m.id = s.parent_id
  join institution i on i.id = m.institution_id
  join meter_residual_share x on x.division = i.division and x.valid @> :as_of
 where s.whole - s.parts > s.whole * x.value
