with last as (
    select distinct on (vehicle_id) vehicle_id, inspected_on, result
      from inspection
     where inspected_on <= :as_of
     order by vehicle_id, inspected_on desc
)
select v.id as subject_id, v.institution_id, l.inspected_on::text as episode, v.plate as title, l.inspected_on, :as_of - l.inspected_on as actual,
       n.value as "limit", :as_of - l.inspected_on - n.value as excess,
       jsonb_build_array(jsonb_build_object('inspected_on', l.inspected_on, 'result', l.result, 'registered_on', v.registered_on)) as evidence
  from last l
  join vehicle v on v.id = l.vehicle_id
  join institution i on i.id = v.institution_id
  join failed_inspection_days n on n.division = i.division and n.valid @> :as_of
 where l.result = 'FAILED' and v.status = 'IN_USE'
   and (v.retired_on is null or v.retired_on > :as_of)
   and :as_of - l.inspected_on > n.value
