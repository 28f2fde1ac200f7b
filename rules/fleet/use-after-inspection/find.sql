with passed as (
    select n.vehicle_id, n.inspected_on, max(n.valid_until) over so_far as valid_until,
           coalesce(lead(n.inspected_on) over so_far, :as_of + 1) as again
      from inspection n
      join vehicle v on v.id = n.vehicle_id
     where :judged(v.institution_id)
       and n.inspected_on <= :as_of and n.result <> 'FAILED' and n.valid_until is not null
    window so_far as (partition by n.vehicle_id order by n.inspected_on, n.id rows unbounded preceding)
),
lapsed as (select * from passed where again > valid_until + 1),
used as (
    select l.vehicle_id, l.valid_until, l.again, t.*
      from lapsed l
     -- one by one: few have lapsed, and trips are many
     cross join lateral (
         select count(*) as trips, sum(t.kilometres) as kilometres, min(t.started_at)::date as first_trip, max(t.started_at)::date as last_trip
           from trip t
          where t.vehicle_id = l.vehicle_id
            -- on the day it is inspected again it drives there
            and t.started_at >= (l.valid_until + 1)::timestamp at time zone 'Asia/Shanghai' and t.started_at < l.again::timestamp at time zone 'Asia/Shanghai') t
     where t.trips > 0
)
select v.id as subject_id, v.institution_id, u.valid_until::text as episode, v.plate as title, u.trips as actual, u.valid_until, u.last_trip,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('valid_until', u.valid_until, 'inspected_again', case when u.again <= :as_of then u.again end,
           'trips', u.trips, 'kilometres', u.kilometres, 'first_trip', u.first_trip, 'last_trip', u.last_trip))) as evidence
  from used u
  join vehicle v on v.id = u.vehicle_id
  join institution i on i.id = v.institution_id
 where u.valid_until >= '2012-10-01' and (v.retired_on is null or v.retired_on > u.valid_until)
