select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.signed_on, c.signed_on as judged_on, t.due as due_day,
       case when c.announced_on is null then '没有公告' else '到 ' || c.announced_on || ' 才公告' end as problem_zh,
       case when c.announced_on is null then 'was not' else 'was only on ' || c.announced_on end as problem_en,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'signed_on', c.signed_on, 'announced_on', c.announced_on)) as evidence
  from contract c
  join institution i on i.id = c.institution_id
  join contract_announce_workdays p on p.division = i.division and p.valid @> c.signed_on
 cross join lateral (select w.date as due from (select d.date, row_number() over (order by d.date) as n from calendar_day d where d.is_workday and d.date > c.signed_on and d.date < c.signed_on + 60) w
                      where w.n = ceil(p.value)) t
 where (c.announced_on > t.due or (c.announced_on is null and :as_of > t.due)) and c.method <> 'SELF'
