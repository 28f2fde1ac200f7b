select r.id as subject_id, r.institution_id, r.due_on::text as episode, r.name as title, r.due_on, w.days, w.when_zh, w.when_en,
       jsonb_build_array(jsonb_build_object('code', r.code, 'licence_class', r.licence_class, 'licence_expires_on', r.due_on)) as evidence
  from (select *, licence_expires_on as due_on from driver where left_on is null or left_on > :as_of) r
  join institution i on i.id = r.institution_id
  join licence_reminder_days d on d.division = i.division and d.valid @> :as_of
 cross join lateral (
     select days, case when days > 0 then '还有 ' || days || ' 天' when days = 0 then '今天到期' else '已过期 ' || -days || ' 天' end as when_zh,
            case when days > 1 then days || ' days left' when days = 1 then 'one day left' when days = 0 then 'today is the last day'
                 when days = -1 then 'over for a day' else 'over for ' || -days || ' days' end as when_en
       from (select r.due_on - :as_of as days) n) w
 where w.days <= d.value
