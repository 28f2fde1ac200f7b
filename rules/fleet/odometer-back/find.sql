with reading as (
    select f.vehicle_id, f.institution_id, f.fuelled_at as at, f.odometer, 'F' as what
      from fuel_record f
     where :judged(f.institution_id) and f.odometer > 0 and f.fuelled_at < :as_of + 1
    union all
    -- a repair has no hour: it stands after all that its day brought
    select m.vehicle_id, m.institution_id, (m.done_on + 1)::timestamptz - interval '1 second', m.odometer, 'M'
      from maintenance m
     where :judged(m.institution_id) and m.odometer > 0 and m.done_on <= :as_of
),
followed as (
    select r.*, lag(odometer) over later as before, lag(at) over later as before_at, lag(what) over later as before_what
      from reading r
    window later as (partition by vehicle_id, institution_id order by at, odometer)
)
select f.vehicle_id as subject_id, f.institution_id, to_char(f.at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, to_char(f.at, 'YYYY-MM-DD') as at,
       to_char(f.before_at, 'YYYY-MM-DD') as before_at, f.odometer, f.before, f.before - f.odometer as actual,
       jsonb_build_array(jsonb_build_object('at', to_char(f.before_at, 'YYYY-MM-DD'), 'odometer', f.before, 'what', case f.before_what when 'F' then '加油' else '维修保养' end),
                         jsonb_build_object('at', to_char(f.at, 'YYYY-MM-DD'), 'odometer', f.odometer, 'what', case f.what when 'F' then '加油' else '维修保养' end)) as evidence
  from followed f
  join vehicle v on v.id = f.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = f.institution_id
  join odometer_tolerance t on t.division = i.division and t.valid @> :as_of
 where f.before - f.odometer > t.value
