with used as (
    select trim(f.card_no) as card_no, f.vehicle_id, f.institution_id, count(*) as times, sum(f.litres) as litres, min(f.fuelled_at) as first, max(f.fuelled_at)::date as last
      from fuel_record f
     where f.liquid and coalesce(trim(f.card_no), '') <> ''
       and f.fuelled_at >= date_trunc('year', :as_of - interval '1 year') and f.fuelled_at < :as_of + 1
     group by trim(f.card_no), f.vehicle_id, f.institution_id
),
shared as (select card_no from used group by card_no having count(distinct vehicle_id) > 1),
owner as (
    select distinct on (u.card_no) u.card_no, u.vehicle_id
      from used u
      join shared s using (card_no)
     order by u.card_no, u.times desc, u.first, u.vehicle_id
)
select u.vehicle_id as subject_id, u.institution_id, u.card_no as episode, v.plate as title, u.card_no, w.plate as owner, u.times as actual, u.litres,
       (select jsonb_agg(jsonb_build_object('card_no', a.card_no, 'plate', p.plate, 'times', a.times, 'litres', a.litres, 'last', a.last) order by a.times desc, p.plate)
          from used a join vehicle p on p.id = a.vehicle_id where a.card_no = u.card_no) as evidence
  from used u
  join owner o on o.card_no = u.card_no and o.vehicle_id <> u.vehicle_id
  join vehicle v on v.id = u.vehicle_id and v.retired_on is distinct from '-infinity'
  join vehicle w on w.id = o.vehicle_id
