with due as (
    select s.institution_id, y.year, jsonb_agg(s.name order by s.code) as systems
      from data_system s
     cross join lateral (select generate_series(2025, extract(year from :as_of)::int - 1) as year) y
     where s.important_data and s.starts_on <= make_date(y.year, 1, 1) and (s.ends_on is null or s.ends_on >= make_date(y.year, 12, 31))
     group by 1, 2
)
select d.institution_id as subject_id, d.institution_id, d.year::text as episode, i.name as title, d.year, make_date(d.year, 12, 31) as judged_on,
       case when r.assessed_on is null then '没有开展' else '没有报送' end as problem_zh, case when r.assessed_on is null then 'was not made' else 'was not reported' end as problem_en,
       jsonb_build_array(jsonb_build_object('year', d.year, 'systems', array_to_string(array(select jsonb_array_elements_text(d.systems)), '、'), 'assessed_on', r.assessed_on, 'reported_on', r.reported_on)) as evidence
  from due d
  join institution i on i.id = d.institution_id
  left join data_risk_assessment r on r.institution_id = d.institution_id and r.year = d.year and r.assessed_on <= :as_of
 where (r.assessed_on is null or r.reported_on is null or r.reported_on > :as_of) and (i.dissolved_on is null or i.dissolved_on > :as_of)
