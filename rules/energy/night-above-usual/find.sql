with judged as (
    select n.*, m.institution_id, m.name, s.value as most,
           round(n.extra / nullif(n.usual * n.nights, 0), 6) as share
      from meter_night n
      join meter m on m.id = n.meter_id
      join institution i on i.id = m.institution_id
      join night_above_usual_share s on s.division = i.division and s.valid @> :as_of
      join night_above_usual_least l on l.division = i.division and l.valid @> :as_of and n.nights >= l.value
     where :judged(m.institution_id) and m.energy_kind in ('ELECTRICITY', 'WATER') and m.parent_id is null
       and n.started_at >= '2008-10-01 00:00+08' and n.started_at < :as_of + 1 and n.usual > 0
),
shown as (
    select *, round(share * 100, case when round(share * 100, 1) > most * 100 then 1 else 4 end) as actual from judged where share > most
)
select meter_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD') as episode, name as title, to_char(started_at, 'YYYY-MM-DD') as since, nights,
       actual, trim_scale(most * 100) as "limit", actual - trim_scale(most * 100) as excess, round(usual, 1) as usual, round(usual + extra / nights, 1) as mean,
       jsonb_build_array(jsonb_build_object('since', to_char(started_at, 'YYYY-MM-DD'), 'until', to_char(ended_at, 'YYYY-MM-DD'), 'nights', nights,
           'usual', round(usual, 1), 'mean', round(usual + extra / nights, 1), 'extra', round(extra, 1))) as evidence
  from shown
