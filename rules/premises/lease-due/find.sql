select l.institution_id as subject_id, l.institution_id, l.contract_no || ' ' || l.ends_on as episode, i.name || ' ' || l.place as title,
       l.ends_on as due_on, l.contract_no, l.place, way.direction, w.days, w.when_zh, w.when_en,
       jsonb_build_array(jsonb_build_object('contract_no', l.contract_no, 'direction', way.direction, 'place', l.place,
           'counterparty', l.counterparty, 'area', l.area, 'starts_on', l.starts_on, 'ends_on', l.ends_on)) as evidence
  from lease l
  join institution i on i.id = l.institution_id
  join lease_reminder_days d on d.division = i.division and d.valid @> :as_of
 cross join lateral (select case when l.outward then 'OUT' else 'IN' end as direction) way
 cross join lateral (
     select days, case when days > 0 then '还有 ' || days || ' 天' when days = 0 then '今天到期' else '已过期 ' || -days || ' 天' end as when_zh,
            case when days > 1 then days || ' days left' when days = 1 then 'one day left' when days = 0 then 'today is the last day'
                 when days = -1 then 'over for a day' else 'over for ' || -days || ' days' end as when_en
       from (select l.ends_on - :as_of as days) r) w
 where l.starts_on <= :as_of
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   -- what ended long ago was left or let go, or nobody would have stayed silent
   and w.days between -d.value and d.value
   and not exists (select from lease n
                    where n.institution_id = l.institution_id and n.outward = l.outward and n.id <> l.id
                      and (n.place = l.place or n.building_id = l.building_id and n.counterparty = l.counterparty)
                      and n.starts_on <= greatest(l.ends_on + 1, :as_of) and (n.ends_on is null or n.ends_on > l.ends_on))
