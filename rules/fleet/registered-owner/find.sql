with named as (
    select id, name, plain_name(name) as full_name,
           plain_name(coalesce(short_name, name)) as short_name
      from institution
),
-- what it was called, and who came below it when it took them over: the licence is behind, the vehicle is its own
former as (
    select s.institution_id, plain_name(s.name) as name from institution_state s where upper(s.valid) <= :as_of
    union all
    select parent_id, plain_name(name) from institution where dissolved_on <= :as_of and parent_id is not null
)
select v.id as subject_id, v.institution_id, v.plate as title, i.name as institution, v.registered_owner,
       case when f.is_former then 'SUSPICION' else 'VIOLATION' end as severity,
       case when f.is_former then '（曾用名或并入单位的名称）' else '' end as former_zh, case when f.is_former then ', a former name or one of an institution it took over' else '' end as former_en,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'registered_owner', v.registered_owner, 'institution', i.name,
                                            'registered_on', v.registered_on)) as evidence
  from vehicle v
  join named i on i.id = v.institution_id
 cross join lateral (select plain_name(v.registered_owner) as owner) o
 cross join lateral (select exists (select from former f where f.institution_id = v.institution_id and f.name = o.owner) as is_former) f
 where o.owner <> ''
   and :as_of >= date '2017-12-05'
   and v.acquisition not in ('LEASE', 'LOAN')
   and (v.retired_on is null or v.retired_on > :as_of)
   and o.owner not in (i.full_name, i.short_name)
