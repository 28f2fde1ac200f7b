select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.ends_on, r.ends_on as judged_on, d.due as due_day,
       case when r.list_signed_on is null then '没有审签' else '于 ' || r.list_signed_on || ' 才审签' end as problem_zh,
       case when r.list_signed_on is null then 'is not signed' else 'was signed only on ' || r.list_signed_on end as problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'ends_on', r.ends_on, 'list_signed_on', r.list_signed_on, 'due_on', d.due)) as evidence
  from reception r
  join institution i on i.id = r.institution_id
  join list_sign_days p on p.division = i.division and p.valid @> r.ends_on
 cross join lateral (select (r.ends_on + p.value * interval '1 day')::date as due) d
 where (r.list_signed_on > d.due or (r.list_signed_on is null and :as_of > d.due))
   and r.status <> 'CANCELLED' and r.ends_on >= date '2013-12-01'
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
