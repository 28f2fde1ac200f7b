with listed as (
    select g.reception_id, count(*) filter (where g.part = 'GUEST') as guests, count(*) filter (where g.part <> 'GUEST') as others,
           count(*) filter (where g.part = 'GUEST' and (coalesce(trim(g.unit), '') = '' or coalesce(trim(g.title), '') = '')) as without
      from reception_guest g
     group by g.reception_id
),
eaten as (select m.reception_id, max(m.companions) as companions from reception_meal m group by m.reception_id),
judged as (
    select r.*, i.kind, coalesce(l.guests, 0) as listed, coalesce(l.without, 0) as without,
           concat_ws('、', case when coalesce(l.guests, 0) = 0 then '接待对象' when l.guests < r.guests then '接待对象 ' || r.guests - l.guests || ' 人' end, case when l.without > 0 then '接待对象的单位或职务' end,
                     case when coalesce(trim(r.activities), '') = '' then '公务活动项目' end, case when coalesce(trim(r.places), '') = '' then '活动场所' end,
                     case when r.ends_on >= date '2025-05-02' and e.companions > 0 and coalesce(l.others, 0) = 0 then '陪同和保障人员' end) as problem_zh,
           concat_ws(', ', case when coalesce(l.guests, 0) = 0 then 'guests' when l.guests < r.guests then r.guests - l.guests || ' of the guests' end, case when l.without > 0 then 'institution or title of guests' end,
                     case when coalesce(trim(r.activities), '') = '' then 'activities' end, case when coalesce(trim(r.places), '') = '' then 'places' end,
                     case when r.ends_on >= date '2025-05-02' and e.companions > 0 and coalesce(l.others, 0) = 0 then 'companions and support' end) as problem_en
  from reception r
  join institution i on i.id = r.institution_id
      left join listed l on l.reception_id = r.id
      left join eaten e on e.reception_id = r.id
     where (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
)
select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.list_signed_on, r.problem_zh, r.problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'guests', r.guests, 'listed', r.listed, 'without', r.without)) as evidence
  from judged r
 where r.problem_zh <> '' and r.list_signed_on <= :as_of
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01'
