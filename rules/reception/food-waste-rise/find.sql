with compared as (
    select w.canteen_id, w.institution_id, w.month, w.diners, w.kilograms, w.kilograms / w.diners * 1000 as grams,
           count(*) over earlier as months, sum(w.kilograms) over earlier / nullif(sum(w.diners) over earlier, 0) * 1000 as before
      from food_waste w
     where w.diners > 0 and w.month < date_trunc('month', :as_of::timestamp)
    window earlier as (partition by w.canteen_id order by w.month range between interval '12 months' preceding and interval '1 day' preceding)
)
select c.id as subject_id, c.institution_id, to_char(n.month, 'YYYY-MM') as episode, c.name as title, to_char(n.month, 'YYYY-MM') as of_month, n.month as judged_on, n.months,
       round(n.grams, 1) as actual, round(n.before * r.value, 1) as "limit", round(n.grams, 1) - round(n.before * r.value, 1) as excess,
       jsonb_build_array(jsonb_build_object('of_month', to_char(n.month, 'YYYY-MM'), 'diners', n.diners, 'kilograms', n.kilograms, 'grams', round(n.grams, 1), 'before', round(n.before, 1))) as evidence
  from compared n
  join canteen c on c.id = n.canteen_id
  join institution i on i.id = n.institution_id
  join food_waste_rise r on r.division = i.division and r.valid @> n.month
  join food_waste_months l on l.division = i.division and l.valid @> n.month
 where n.months >= l.value and round(n.grams, 1) > round(n.before * r.value, 1)
