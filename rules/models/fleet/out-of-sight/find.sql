select v.id as subject_id, v.institution_id, 'MOVED_IN_SILENCE' as signal, s.started_at as at, null::text as fact, s.started_at::date as seen_on,
       '失联 ' || round(extract(epoch from s.ended_at - s.started_at) / 3600, 1) || ' 小时，其间移动 ' || round(s.jump, 1) || ' km' as told_zh,
       'silent for ' || round(extract(epoch from s.ended_at - s.started_at) / 3600, 1) || ' hours, and ' || round(s.jump, 1) || ' km away when it came back' as told_en
  from terminal_silence s
  join vehicle v on v.institution_id = s.institution_id and v.plate = s.plate
  join institution i on i.id = v.institution_id
  join suspicion_bound b on b.division = i.division and b.signal = 'MOVED_IN_SILENCE' and b.valid @> :as_of
 where :judged(v.institution_id) and s.settled and s.jump >= b.value
   and s.started_at < :as_of + 1 and s.started_at >= :as_of - 366
