-- What only went through between two positions stayed for no time that is known.
select v.id as subject_id, v.institution_id, to_char(f.started_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || f.fence as episode, v.plate as title,
       round(coalesce(f.minutes, 0), 1) as actual, f.fence, to_char(f.started_at, 'YYYY-MM-DD HH24:MI') as entered_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('fence', f.fence, 'started_at', to_char(f.started_at, 'YYYY-MM-DD HH24:MI:SS'),
           'ended_at', to_char(f.ended_at, 'YYYY-MM-DD HH24:MI:SS'), 'minutes', round(f.minutes, 1)))) as evidence
  from terminal_fence f
  join vehicle v on v.institution_id = f.institution_id and v.plate = f.plate
 where :judged(v.institution_id) and f.fence_kind = 'FORBIDDEN' and f.settled
   and f.started_at >= '2017-12-05 00:00+08' and f.started_at < :as_of + 1
