with judged as (
    select t.*, d.days, m.value as meal, l.value as transport,
           coalesce(t.meal_allowance > d.days * m.value, false) as fed, coalesce(t.transport_allowance > d.days * l.value, false) as driven
      from travel_claim t
      join institution i on i.id = t.institution_id
     cross join lateral (select t.ends_on - t.starts_on + 1 as days) d
      left join travel_allowance m on m.division = i.division and m.allowance = 'MEAL' and m.valid @> t.starts_on
      left join travel_allowance l on l.division = i.division and l.allowance = 'TRANSPORT' and l.valid @> t.starts_on
     where t.ends_on <= :as_of
)
-- each has a standard of its own: what was saved on one pays for nothing of the other
select t.institution_id as subject_id, t.institution_id, t.claim_no as episode, t.claim_no as title, t.starts_on as judged_on, t.days,
       concat_ws('、', case when t.fed then '伙食补助' end, case when t.driven then '市内交通补助' end) as what_zh,
       concat_ws(' and ', case when t.fed then 'meals' end, case when t.driven then 'local transport' end) as what_en,
       case when t.fed then t.meal_allowance else 0 end + case when t.driven then t.transport_allowance else 0 end as actual,
       t.days * (case when t.fed then t.meal else 0 end + case when t.driven then t.transport else 0 end) as "limit",
       case when t.fed then t.meal_allowance - t.days * t.meal else 0 end + case when t.driven then t.transport_allowance - t.days * t.transport else 0 end as excess,
       jsonb_build_array(jsonb_build_object('claim_no', t.claim_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'meal_allowance', t.meal_allowance, 'transport_allowance', t.transport_allowance)) as evidence
  from judged t
 where t.fed or t.driven
