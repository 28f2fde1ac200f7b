select a.institution_id as subject_id, a.institution_id, a.agreement_no || ' ' || a.ends_on as episode, i.name || ' ' || b.name as title,
       a.ends_on as due_on, a.agreement_no, w.days, w.when_zh, w.when_en,
       jsonb_build_array(jsonb_build_object('building', b.name, 'agreement_no', a.agreement_no, 'area', a.area,
           'starts_on', a.starts_on, 'ends_on', a.ends_on)) as evidence
  from use_agreement a
  join institution i on i.id = a.institution_id
  join building b on b.id = a.building_id
  join use_agreement_reminder_days d on d.division = i.division and d.valid @> :as_of
 cross join lateral (
     select days, case when days > 0 then '还有 ' || days || ' 天' else '今天到期' end as when_zh,
            case when days > 1 then days || ' days left' when days = 1 then 'one day left' else 'today is the last day' end as when_en
       from (select a.ends_on - :as_of as days) r) w
 where a.starts_on <= :as_of
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   -- once it is over and rooms are still used, that is a breach and another rule's matter
   and w.days between 0 and d.value
   and exists (select from room r where r.institution_id = a.institution_id and r.building_id = a.building_id)
   and not exists (select from use_agreement n
                    where n.institution_id = a.institution_id and n.building_id = a.building_id and n.id <> a.id
                      and n.starts_on <= a.ends_on + 1 and (n.ends_on is null or n.ends_on > a.ends_on))
