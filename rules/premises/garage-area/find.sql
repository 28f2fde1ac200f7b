with vehicles as (
    select institution_id, sum(quota) as vehicles
      from vehicle_quota
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
     group by institution_id
),
held as (select institution_id, sum(usable_area) as area from room_annex where annex_kind = 'GARAGE' group by institution_id),
judged as (
    select i.id, i.name, v.vehicles, h.area, c.allowed
      from held h
      join vehicles v using (institution_id)
      join institution i on i.id = h.institution_id
     cross join lateral (
         select sum(step * greatest(v.vehicles - above, 0)) as allowed
           from (select above, value - lag(value, 1, 0) over (order by above) as step
                   from garage_area_per_vehicle where division = i.division and valid @> :as_of) tranche) c
     where (i.dissolved_on is null or i.dissolved_on > :as_of)
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
)
select j.id as subject_id, j.id as institution_id, j.name as title, j.area as actual, trim_scale(j.allowed) as "limit", j.area - trim_scale(j.allowed) as excess,
       j.vehicles, jsonb_build_array(jsonb_build_object('area', j.area, 'vehicles', j.vehicles)) as evidence
  from judged j
 where j.area > j.allowed
