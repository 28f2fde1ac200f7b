with policy as (
    select p.vehicle_id, max(p.ends_on) over so_far as ended_on, coalesce(lead(p.starts_on) over so_far, :as_of + 1) as again
      from insurance p
      join vehicle v on v.id = p.vehicle_id
     where :judged(v.institution_id)
       and p.starts_on <= :as_of and p.kind in ('COMPULSORY', 'COMBINED')
    window so_far as (partition by p.vehicle_id order by p.starts_on, p.id rows unbounded preceding)
),
lapsed as (select * from policy where again > ended_on + 1),
used as (
    select l.vehicle_id, l.ended_on, l.again, t.*
      from lapsed l
     -- one by one: few have lapsed, and trips are many
     cross join lateral (
         select count(*) as trips, sum(t.kilometres) as kilometres, min(t.started_at)::date as first_trip, max(t.started_at)::date as last_trip
           from trip t
          where t.vehicle_id = l.vehicle_id
            and t.started_at >= (l.ended_on + 1)::timestamp at time zone 'Asia/Shanghai' and t.started_at < l.again::timestamp at time zone 'Asia/Shanghai') t
     where t.trips > 0
)
select v.id as subject_id, v.institution_id, u.ended_on::text as episode, v.plate as title, u.trips as actual, u.ended_on, u.last_trip,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('ended_on', u.ended_on, 'insured_again', case when u.again <= :as_of then u.again end,
           'trips', u.trips, 'kilometres', u.kilometres, 'first_trip', u.first_trip, 'last_trip', u.last_trip))) as evidence
  from used u
  join vehicle v on v.id = u.vehicle_id
  join institution i on i.id = v.institution_id
 where u.ended_on >= '2012-10-01' and (v.retired_on is null or v.retired_on > u.ended_on)
