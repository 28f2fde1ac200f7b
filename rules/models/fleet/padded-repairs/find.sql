with asked as (
    select i.id as institution_id, n.value as days, k.value as kilometres
      from institution i
      join suspicion_bound n on n.division = i.division and n.signal = 'SPLIT_BILLS' and n.valid @> :as_of
      join suspicion_bound k on k.division = i.division and k.signal = 'DRIVEN_IN_REPAIR' and k.valid @> :as_of
     where :judged(i.id)
    offset 0
),
repaired as (
    select m.vehicle_id, m.institution_id, m.done_on, m.document_no, m.kind, a.days, a.kilometres,
           lag(m.done_on) over same as before_on, lag(m.document_no) over same as before_no
      from maintenance m
      join asked a on a.institution_id = m.institution_id
     where m.done_on between :as_of - 366 and :as_of
    window same as (partition by m.vehicle_id, m.supplier order by m.done_on, m.document_no)
)
select vehicle_id as subject_id, institution_id, 'SPLIT_BILLS' as signal, null::timestamptz as at, document_no as fact, done_on as seen_on,
       '与 ' || before_on || ' 的 ' || before_no || ' 为同一供应商，相隔 ' || done_on - before_on || ' 天' as told_zh,
       'the same supplier as ' || before_no || ' of ' || before_on || ', ' || done_on - before_on || ' days apart' as told_en
  from repaired
 where done_on - before_on < days and before_no <> document_no
union all
select r.vehicle_id, r.institution_id, 'DRIVEN_IN_REPAIR', null, r.document_no, r.done_on,
       '单据当日行驶 ' || trim_scale(t.kilometres) || ' km', 'driven ' || trim_scale(t.kilometres) || ' km on the day of the bill'
  from repaired r
  join lateral (select sum(t.kilometres) as kilometres from trip t
                 where t.vehicle_id = r.vehicle_id and t.started_at >= r.done_on and t.started_at < r.done_on + 1) t on t.kilometres >= r.kilometres
 where r.kind = 'OVERHAUL'
