with run as (
    select meter_id, true as still, started_at, ended_at, hours, 0 as amount, null::numeric as usual from meter_standstill
    union all
    select meter_id, false, started_at, ended_at, hours, amount, longest_usual from meter_stuck
),
judged as (
    select r.*, m.institution_id, m.name, case when r.still then s.value else k.value end as most
      from run r
      join meter m on m.id = r.meter_id
      join institution i on i.id = m.institution_id
      join meter_standstill_hours s on s.division = i.division and s.valid @> :as_of
      join meter_stuck_hours k on k.division = i.division and k.valid @> :as_of
     where :judged(m.institution_id) and (m.energy_kind = 'ELECTRICITY' or not r.still)
       and r.started_at >= '2008-10-01 00:00+08' and r.started_at < :as_of + 1
)
select meter_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI') as episode, name as title,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as since, round(hours) as actual, most as "limit", round(hours) - most as excess, round(amount, 2) as amount,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('since', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'until', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'amount', round(amount, 2), 'usual', round(usual, 1)))) as evidence
  from judged
 where hours > most
