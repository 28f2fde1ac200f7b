select t.vehicle_id as subject_id, t.institution_id, to_char(t.started_at, 'YYYY-MM') as episode, v.plate as title, to_char(t.started_at, 'YYYY-MM') as month,
       count(*) as actual,
       jsonb_agg(jsonb_build_object('started_at', to_char(t.started_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', t.kilometres, 'order_no', t.order_no)
                 order by t.started_at) as evidence
  from trip t
  join vehicle v on v.id = t.vehicle_id and v.retired_on is distinct from '-infinity'
 where coalesce(trim(t.destination), '') = ''
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
 group by t.vehicle_id, t.institution_id, to_char(t.started_at, 'YYYY-MM'), v.plate
