select r.institution_id as subject_id, r.institution_id, r.year::text as episode, i.name as title, r.year, r.score as actual,
       case when r.score < s.value then s.value end as "limit", case when r.score < s.value then s.value - r.score end as excess,
       concat_ws('，', case when r.targets_met is false then '目标管理不符合' end,
                      case when r.score < s.value then '运行管理 ' || trim_scale(r.score) || ' 分，低于 ' || trim_scale(s.value) || ' 分' end) as problem_zh,
       concat_ws(', ', case when r.targets_met is false then 'the targets were not met' end,
                      case when r.score < s.value then 'a score of ' || trim_scale(r.score) || ', below ' || trim_scale(s.value) end) as problem_en,
       jsonb_build_array(jsonb_build_object('year', r.year, 'targets_met', case when r.targets_met then 'YES' when not r.targets_met then 'NO' end,
                                            'score', r.score, 'reviewed_on', r.reviewed_on)) as evidence
  from saving_review r
  join institution i on i.id = r.institution_id
  join saving_review_score s on s.division = i.division and s.valid @> make_date(r.year, 12, 31)
 where r.year <= extract(year from :as_of) and (r.targets_met is false or r.score < s.value)
