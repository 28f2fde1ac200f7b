select c.id as subject_id, c.institution_id, s.dish || ' ' || to_char(s.served_at, 'YYYY-MM-DD HH24:MI') as episode, c.name as title, s.dish, to_char(s.served_at, 'YYYY-MM-DD HH24:MI') as kept_from, s.served_at::date as judged_on,
       concat_ws('，', case when s.grams < g.value then '留样 ' || s.grams || ' 克，少于 ' || trim_scale(g.value) || ' 克' end, case when s.discarded_at < s.served_at + h.value * interval '1 hour' then '留存不足 ' || trim_scale(h.value) || ' 小时' end) as problem_zh,
       concat_ws(', ', case when s.grams < g.value then s.grams || ' g, less than ' || trim_scale(g.value) end, case when s.discarded_at < s.served_at + h.value * interval '1 hour' then 'kept for less than ' || trim_scale(h.value) || ' hours' end) as problem_en,
       jsonb_build_array(jsonb_build_object('dish', s.dish, 'grams', s.grams, 'kept_from', to_char(s.served_at, 'YYYY-MM-DD HH24:MI'), 'kept_until', to_char(s.discarded_at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from food_sample s
  join canteen c on c.id = s.canteen_id
  join institution i on i.id = s.institution_id
  join food_sample_grams g on g.division = i.division and g.valid @> s.served_at::date
  join food_sample_hours h on h.division = i.division and h.valid @> s.served_at::date
 where (s.grams < g.value or s.discarded_at < s.served_at + h.value * interval '1 hour') and s.served_at < :as_of + 1
