select n.institution_id as subject_id, n.institution_id, n.incident_no as episode, i.name || ' ' || n.title as title, to_char(n.found_at, 'YYYY-MM-DD HH24:MI') as found, n.found_at::date as judged_on, h.value as "limit",
       concat_ws('、', case when late.containing then '补救' end, case when late.reporting then '报告' end, case when late.telling then '通知个人' end) as problem_zh,
       concat_ws(' or ', case when late.containing then 'contained' end, case when late.reporting then 'reported' end, case when late.telling then 'told to the people' end) as problem_en,
       jsonb_build_array(jsonb_build_object('incident_no', n.incident_no, 'kind', n.kind, 'found_at', to_char(n.found_at, 'YYYY-MM-DD HH24:MI'), 'contained_at', to_char(n.contained_at, 'YYYY-MM-DD HH24:MI'), 'reported_at', to_char(n.reported_at, 'YYYY-MM-DD HH24:MI'),
           'notified_at', to_char(n.notified_at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from data_incident n
  join institution i on i.id = n.institution_id
  join leak_notice_hours h on h.division = i.division and h.valid @> n.found_at::date
 cross join lateral (select n.found_at + h.value * interval '1 hour' as due) t
 -- by the law whoever averts the harm need not tell the people; the authority is told in any case
 cross join lateral (select coalesce(n.contained_at, 'infinity') > t.due as containing, coalesce(n.reported_at, 'infinity') > t.due as reporting,
                            coalesce(n.notified_at, 'infinity') > t.due and not coalesce(n.harmless, false) as telling) late
 where n.kind in ('LEAK', 'TAMPERED', 'LOST') and n.personal and t.due < :as_of + 1 and (late.containing or late.reporting or late.telling)
