with ending as (
    -- most have one that goes on
    select p.vehicle_id
      from insurance p
      join vehicle v on v.id = p.vehicle_id
     where :judged(v.institution_id) and p.starts_on <= :as_of
     group by p.vehicle_id
    having least(max(p.ends_on) filter (where p.kind in ('COMPULSORY', 'COMBINED')), max(p.ends_on) filter (where p.kind in ('COMMERCIAL', 'COMBINED')))
           <= :as_of + (select max(value)::int from insurance_reminder_days where valid @> :as_of)
),
policy as (
    select p.vehicle_id, k.kind, p.policy_no, p.starts_on, p.ends_on
      from insurance p
      join vehicle v on v.id = p.vehicle_id
      join (values ('COMPULSORY'), ('COMMERCIAL')) k (kind) on p.kind in (k.kind, 'COMBINED')
     where :judged(v.institution_id) and p.vehicle_id in (select vehicle_id from ending)
),
-- of each kind the one that lasts longest of those that have begun
last as (
    select distinct on (vehicle_id, kind) *
      from policy
     where starts_on <= :as_of
     order by vehicle_id, kind, ends_on desc, starts_on desc, policy_no
),
-- what ends on one day is one reminder
due as (
    select l.vehicle_id, l.ends_on as due_on, case when count(*) > 1 then 'COMBINED' else min(l.kind) end as kind,
           jsonb_agg(jsonb_build_object('kind', l.kind, 'policy_no', l.policy_no, 'starts_on', l.starts_on, 'ends_on', l.ends_on)
                     order by l.kind desc) as evidence
      from last l
      left join policy n on n.vehicle_id = l.vehicle_id and n.kind = l.kind
       and n.starts_on > :as_of and n.starts_on <= l.ends_on + 1 and n.ends_on > l.ends_on
     where n.vehicle_id is null
     group by l.vehicle_id, l.ends_on
)
select v.id as subject_id, v.institution_id, u.due_on::text as episode, v.plate as title, u.due_on, u.kind, w.days, w.when_zh, w.when_en, u.evidence
  from due u
  join vehicle v on v.id = u.vehicle_id
  join institution i on i.id = v.institution_id
  join insurance_reminder_days d on d.division = i.division and d.valid @> :as_of
 cross join lateral (
     select days, case when days > 0 then '还有 ' || days || ' 天' when days = 0 then '今天到期' else '已过期 ' || -days || ' 天' end as when_zh,
            case when days > 1 then days || ' days left' when days = 1 then 'one day left' when days = 0 then 'today is the last day'
                 when days = -1 then 'over for a day' else 'over for ' || -days || ' days' end as when_en
       from (select u.due_on - :as_of as days) r) w
 where v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
   and w.days <= d.value
