with last as (
    select distinct on (n.vehicle_id) n.vehicle_id, n.inspected_on, n.result, n.valid_until as due_on
      from inspection n
      join vehicle v on v.id = n.vehicle_id
     where :judged(v.institution_id)
       and n.inspected_on <= :as_of and n.result <> 'FAILED' and n.valid_until is not null
     order by n.vehicle_id, n.valid_until desc, n.inspected_on desc
)
select v.id as subject_id, v.institution_id, l.due_on::text as episode, v.plate as title, l.due_on, w.days, w.when_zh, w.when_en,
       jsonb_build_array(jsonb_build_object('inspected_on', l.inspected_on, 'result', l.result, 'valid_until', l.due_on)) as evidence
  from last l
  join vehicle v on v.id = l.vehicle_id
  join institution i on i.id = v.institution_id
  join inspection_reminder_days d on d.division = i.division and d.valid @> :as_of
 cross join lateral (
     select days, case when days > 0 then '还有 ' || days || ' 天' when days = 0 then '今天到期' else '已过期 ' || -days || ' 天' end as when_zh,
            case when days > 1 then days || ' days left' when days = 1 then 'one day left' when days = 0 then 'today is the last day'
                 when days = -1 then 'over for a day' else 'over for ' || -days || ' days' end as when_en
       from (select l.due_on - :as_of as days) r) w
 where v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
   and w.days <= d.value
