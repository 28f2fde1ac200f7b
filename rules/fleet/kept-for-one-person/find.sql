with quarter as (
    select (date_trunc('quarter', :as_of) - interval '3 months')::date as starts_on, date_trunc('quarter', :as_of)::date as ends_before
),
used as (
    select o.vehicle_id, o.institution_id, u.person_id, q.starts_on, count(*) as orders
      from quarter q
      join dispatch_order o on o.planned_start >= q.starts_on and o.planned_start < q.ends_before and o.approved
      join order_use u on u.order_id = o.id and u.person_id is not null
     where :judged(o.institution_id)
     group by o.vehicle_id, o.institution_id, u.person_id, q.starts_on
),
shared as (select u.*, sum(orders) over (partition by vehicle_id, institution_id) as all_orders from used u)
select s.vehicle_id as subject_id, s.institution_id, to_char(s.starts_on, 'YYYY"Q"Q') as episode, v.plate as title, to_char(s.starts_on, 'YYYY"Q"Q') as quarter,
       s.all_orders as orders, trunc(s.orders * 100 / s.all_orders, 1) as actual, trim_scale(f.value * 100) as "limit",
       jsonb_build_array(jsonb_build_object('quarter', to_char(s.starts_on, 'YYYY"Q"Q'), 'person', p.name, 'orders', s.orders, 'all_orders', s.all_orders)) as evidence
  from shared s
  join vehicle v on v.id = s.vehicle_id and v.retired_on is distinct from '-infinity'
  join person p on p.id = s.person_id
  join institution i on i.id = s.institution_id
  join fixed_use_share f on f.division = i.division and f.valid @> :as_of
  join fixed_use_least_orders n on n.division = i.division and n.valid @> :as_of
 where s.all_orders >= n.value and s.orders >= s.all_orders * f.value
