with held as (
    -- leased and borrowed vehicles need no post of the establishment; they are other rules' matter
    select institution_id, type, count(*) as vehicles
      from vehicle
     where acquisition not in ('LEASE', 'LOAN')
       and (retired_on is null or retired_on > :as_of)
       and coalesce(registered_on, purchased_on, '-infinity') <= :as_of
     group by institution_id, type
),
quota as (
    select institution_id, type, quota
      from vehicle_quota
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
),
allowed as (
    -- an authority that has fixed some of its types for an institution has left the others at none
    select h.institution_id, h.type, coalesce(max(q.quota) filter (where q.type = h.type), 0) as quota
      from held h
      join quota q on q.institution_id = h.institution_id
                  and (q.type in ('LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL')) = (h.type in ('LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL'))
     group by h.institution_id, h.type
)
select h.institution_id as subject_id, h.institution_id, h.type as episode, i.name as title, i.name as institution, h.type,
       h.vehicles as actual, q.quota as "limit", h.vehicles - q.quota as excess,
       (select jsonb_agg(jsonb_build_object('plate', v.plate, 'brand_model', v.brand_model, 'registered_on', v.registered_on, 'status', v.status)
                         order by v.registered_on desc nulls last, v.plate)
          from vehicle v
         where v.institution_id = h.institution_id and v.type = h.type and v.acquisition not in ('LEASE', 'LOAN')
           and (v.retired_on is null or v.retired_on > :as_of)
           and coalesce(v.registered_on, v.purchased_on, '-infinity') <= :as_of) as evidence
  from held h
  join allowed q using (institution_id, type)
  join institution i on i.id = h.institution_id
 where h.vehicles > q.quota and :as_of >= date '2008-10-01'
