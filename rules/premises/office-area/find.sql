with allowed as (
    select i.id as institution_id, i.name as institution, a.rank, a.value as area_limit, t.value as toilet_limit
      from institution i
      join office_area_per_person a on a.division = i.division and a.level = i.level and a.valid @> :as_of
      left join office_toilet_area t on t.division = i.division and t.level = i.level and t.rank = a.rank and t.valid @> :as_of
),
occupant as (
    select o.room_id, o.starts_on, p.name, p.rank, a.institution, a.area_limit, a.toilet_limit
      from occupancy o
      left join person p on p.id = o.person_id
      left join allowed a on a.institution_id = p.institution_id and a.rank = p.rank
     where o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
),
allowance as (
    select room_id, sum(area_limit) as area_limit, max(toilet_limit) as toilet_limit, count(*) as occupants
      from occupant
     group by room_id
    -- somebody whose limit is not known: no verdict on the room
    having count(*) = count(area_limit)
),
over as (
    select r.id, r.institution_id, r.title, m.toilet, r.usable_area - m.toilet as actual, a.area_limit, a.occupants,
           (r.usable_area - m.toilet - a.area_limit) * 100 / a.area_limit as percent
      from room r
      join allowance a on a.room_id = r.id
     cross join lateral (select least(coalesce(r.toilet_area, 0), coalesce(a.toilet_limit, 0)) as toilet) m
     where r.use = 'OFFICE' and r.usable_area - m.toilet > a.area_limit
)
select over.id as subject_id, over.institution_id, over.title, over.actual, over.area_limit as "limit",
       over.actual - over.area_limit as excess, round(over.percent, case when over.percent < 0.1 then 3 else 1 end) as percent,
       over.toilet, case when over.toilet > 0 then '（已扣除卫生间 ' || trim_scale(over.toilet) || ' m²）' else '' end as toilet_zh,
       case when over.toilet > 0 then ' without ' || trim_scale(over.toilet) || ' m² of its own toilet' else '' end as toilet_en,
       over.occupants, e.evidence
  from over
  join (select o.room_id,
               jsonb_agg(jsonb_build_object('person', o.name, 'rank', o.rank, 'institution', o.institution,
                                            'area_limit', o.area_limit, 'since', o.starts_on) order by o.area_limit desc, o.name) as evidence
          from occupant o
         where o.room_id in (select id from over)
         group by o.room_id) e on e.room_id = over.id
