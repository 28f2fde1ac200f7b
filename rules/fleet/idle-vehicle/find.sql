with last as (
    select m.institution_id, m.vehicle_id, min(m.first_started_at)::date as first_on,
           max(case when m.last_started_at < :as_of + 1 then m.last_ended_at
                    -- of a month that is judged before it is over
                    else (select max(t.ended_at) from trip t
                           where t.vehicle_id = m.vehicle_id and t.institution_id = m.institution_id
                             and t.started_at >= m.first_started_at and t.started_at < :as_of + 1) end)::date as last_on
      from vehicle_month m
     where :judged(m.institution_id) and m.first_started_at < :as_of + 1
     group by m.institution_id, m.vehicle_id
),
-- before the month of its first trip, or of the first of all where it has none, an institution kept none here
began as (select date_trunc('month', min(month))::date as month from vehicle_month where first_started_at < :as_of + 1),
known as (
    select i.id as institution_id, i.division, l.until, coalesce(date_trunc('month', l.first_on)::date, b.month) as first, date_trunc('month', coalesce(l.until, :as_of))::date as month,
           n.value::int as span
      from institution i
      join low_use_months n on n.division = i.division and n.valid @> :as_of
      join began b on b.month is not null
      left join (select institution_id, min(first_on) as first_on, least(max(last_on), :as_of) as until from last group by institution_id) l on l.institution_id = i.id
     where :judged(i.id)
),
workdays as (
    select date_trunc('month', date)::date as month, bit_or(1 << extract(day from date)::int - 1) filter (where is_workday) as days, count(*) filter (where is_workday) as workdays
      from calendar_day group by 1
),
driven as (
    select m.vehicle_id, m.month, sum(m.trips) as trips, bit_count((bit_or(m.days) & coalesce(max(w.days), 0))::bit(32)) as used
      from vehicle_month m
      join known k on k.institution_id = m.institution_id and m.month >= k.month - make_interval(months => k.span) and m.month < k.month
      left join workdays w on w.month = m.month
     group by 1, 2
),
serving as (
    select v.id, v.institution_id, v.plate, k.division, k.until, k.month, k.span, l.last_on, coalesce(v.registered_on, v.purchased_on) as since, k.first
      from vehicle v
      join known k on k.institution_id = v.institution_id
      left join (select vehicle_id, max(last_on) as last_on from last group by vehicle_id) l on l.vehicle_id = v.id
     where v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
       and (l.last_on is not null or coalesce(v.registered_on, v.purchased_on) is not null)
),
monthly as (
    select s.id, max(c.trips) as most_trips, array_agg(to_char(m.month, 'YYYY-MM') order by m.month) as months, array_agg(c.trips order by m.month) as trips,
           sum(c.used) as used, sum(w.workdays) as workdays, bool_and(w.workdays is not null) as calendar_known,
           bool_and(m.month >= s.first and (s.since is not null and s.since <= m.month or s.last_on < m.month)) as served_all
      from serving s
     cross join lateral (select (s.month - make_interval(months => g))::date as month from generate_series(1, s.span) g) m
      left join driven d on d.vehicle_id = s.id and d.month = m.month
      left join workdays w on w.month = m.month
     cross join lateral (select coalesce(d.trips, 0) as trips, coalesce(d.used, 0) as used) c
     group by s.id
),
judged as (
    select s.*, :as_of - greatest(s.last_on, s.since, s.first) as days, d.value as idle_days, t.value as least_trips, m.most_trips, m.months, m.trips,
           coalesce(:as_of - greatest(s.last_on, s.since, s.first) >= d.value, false) as idle,
           coalesce(m.served_all and m.most_trips < t.value, false) as hardly_used,
           -- on few of the workdays, however often on those; of all of them, or a month without a calendar would count for nothing
           coalesce(m.served_all and m.calendar_known and m.used < u.value * m.workdays, false) as little_used, m.used, m.workdays, u.value * 100 as least_share, 100 * m.used / nullif(m.workdays, 0) as share
      from serving s
      join idle_vehicle_days d on d.division = s.division and d.valid @> :as_of
      join low_use_trips t on t.division = s.division and t.valid @> :as_of
      join least_utilisation u on u.division = s.division and u.valid @> :as_of
      left join monthly m on m.id = s.id
),
told as (
    select *, round(share, case when round(share, 1) < least_share then 1 else 4 end) as shown from judged
)
select id as subject_id, institution_id, plate as title, case when idle then days when hardly_used then most_trips else shown end as actual,
       trim_scale(case when idle then idle_days when hardly_used then least_trips else least_share end) as "limit",
       trim_scale(case when idle then nullif(days - idle_days, 0) when hardly_used then least_trips - most_trips else least_share - shown end) as excess,
       case when idle then '天' when hardly_used then '次/月' else '%' end as unit, days,
       coalesce('至 ' || until, '尚无') as known_zh, coalesce('until ' || until, 'not at all') as known_en,
       case when idle then '已连续 ' || days || ' 天没有行程' when hardly_used then '连续 ' || cardinality(months) || ' 个月每月不足 ' || least_trips || ' 次'
            else cardinality(months) || ' 个月的 ' || workdays || ' 个工作日中只有 ' || used || ' 个出过车，利用率 ' || trim_scale(shown) || '%，不足 ' || trim_scale(least_share) || '%' end as problem_zh,
       case when idle then 'no trip for ' || days || ' days' when hardly_used then 'fewer than ' || least_trips || ' trips a month for ' || cardinality(months) || ' months'
            else 'out on ' || used || ' of the ' || workdays || ' workdays of ' || cardinality(months) || ' months, ' || trim_scale(shown) || '% and below ' || trim_scale(least_share) || '%' end as problem_en,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'last_trip', case when idle then last_on end, 'in_service_since', since,
           'months', case when not idle then array_to_string(months, ', ') end,
           'trips', case when not idle then array_to_string(trips, ', ') end,
           'used_days', case when not idle and not hardly_used then used end,
           'workdays', case when not idle and not hardly_used then workdays end))) as evidence
  from told
 where idle or hardly_used or little_used
