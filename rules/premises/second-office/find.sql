with office as (
    -- staff have no second office by the rule, and are most
    select o.room_id, o.person_id, o.starts_on, o.approval_no, r.title, r.institution_id, r.usable_area, p.name, p.rank, p.institution_id as main_institution,
           count(*) over (partition by o.person_id) as offices
      from occupancy o
      join person p on p.id = o.person_id and p.rank not like '%\_STAFF'
      join room r on r.id = o.room_id and r.use = 'OFFICE'
     where :judged(p.institution_id) and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
),
several as materialized (select * from office where offices > 1),
shared as (
    select room_id, count(*) as occupants
      from occupancy
     where person_id is not null and starts_on <= :as_of and (ends_on is null or ends_on >= :as_of) and room_id in (select room_id from several)
     group by room_id
),
ranked as (
    select o.*, a.value as area_limit, round(o.usable_area / s.occupants, 2) as area,
           -- the main office: at the main post, the longest held
           row_number() over (partition by o.person_id
                              order by (o.institution_id = o.main_institution) desc, coalesce(trim(o.approval_no), '') <> '', o.starts_on, o.room_id) as place
      from several o
      join shared s on s.room_id = o.room_id
      join institution i on i.id = o.main_institution
      left join office_area_per_person a
             on a.division = i.division and a.level = i.level and a.rank = o.rank and a.valid @> :as_of
),
judged as (
    select person_id, name, main_institution, max(offices) as offices, max(area_limit) as area_limit,
           max(offices) > 2 as too_many,
           bool_or(place > 1 and coalesce(trim(approval_no), '') = '') as not_approved,
           bool_or(place > 1 and area >= area_limit) as too_large,
           jsonb_agg(jsonb_build_object('room', title, 'institution', (select n.name from institution n where n.id = ranked.institution_id),
                                        'area', area, 'area_limit', area_limit, 'approval_no', approval_no, 'since', starts_on)
                     order by place) as evidence
      from ranked
     group by person_id, name, main_institution
)
select person_id as subject_id, main_institution as institution_id, name as title, offices as actual,
       -- where only the second is too large their number is not the matter
       case when not_approved then 1 when too_many then 2 end as "limit", offices - case when not_approved then 1 when too_many then 2 end as excess,
       concat_ws('、', case when too_many then '超过两处' end, case when not_approved then '第二处没有批准文号' end,
                       case when too_large then '第二处不小于标准面积' end) as problem_zh,
       concat_ws(', ', case when too_many then 'more than two' end, case when not_approved then 'the second was not approved' end,
                       case when too_large then 'the second is not smaller than the limit' end) as problem_en,
       evidence
  from judged
 where :as_of >= date '2017-12-05' and (too_many or not_approved or too_large)
