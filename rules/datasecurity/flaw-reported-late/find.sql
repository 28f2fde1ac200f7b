select n.institution_id as subject_id, n.institution_id, n.incident_no as episode, i.name || ' ' || n.title as title, to_char(n.found_at, 'YYYY-MM-DD HH24:MI') as found, n.found_at::date as judged_on, h.value as "limit",
       case when told.at is null then '没有报告' else '到 ' || to_char(told.at, 'YYYY-MM-DD HH24:MI') || ' 才报告' end as problem_zh, case when told.at is null then 'was not' else 'was only at ' || to_char(told.at, 'YYYY-MM-DD HH24:MI') end as problem_en,
       jsonb_build_array(jsonb_build_object('incident_no', n.incident_no, 'kind', n.kind, 'found_at', to_char(n.found_at, 'YYYY-MM-DD HH24:MI'), 'reported_at', to_char(told.at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from data_incident n
  join institution i on i.id = n.institution_id
  join flaw_report_hours h on h.division = i.division and h.valid @> n.found_at::date
 cross join lateral (select n.found_at + h.value * interval '1 hour' as due, case when n.reported_at < :as_of + 1 then n.reported_at end as at) told
 where n.kind = 'FLAW' and n.public_interest and told.due < :as_of + 1 and (told.at > told.due or told.at is null)
