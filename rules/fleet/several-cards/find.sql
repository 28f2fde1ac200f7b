with used as (
    select f.vehicle_id, f.institution_id, trim(f.card_no) as card_no, count(*) as times, sum(f.litres) as litres, min(f.fuelled_at) as first, max(f.fuelled_at) as last
      from fuel_record f
     where :judged(f.institution_id) and f.liquid and coalesce(trim(f.card_no), '') <> ''
       and f.fuelled_at >= date_trunc('year', :as_of - interval '1 year') and f.fuelled_at < :as_of + 1
     group by f.vehicle_id, f.institution_id, trim(f.card_no)
),
-- a card that was replaced is used no more: only those whose times overlap are used by turns
turns as (
    select a.vehicle_id, a.institution_id, a.card_no
      from used a
     where exists (select from used b
                    where b.vehicle_id = a.vehicle_id and b.institution_id = a.institution_id and b.card_no <> a.card_no
                      and b.first < a.last and b.last > a.first)
)
select u.vehicle_id as subject_id, u.institution_id, v.plate as title, count(*) as actual,
       jsonb_agg(jsonb_build_object('card_no', u.card_no, 'times', u.times, 'litres', u.litres, 'first', u.first::date, 'last', u.last::date) order by u.times desc, u.card_no) as evidence
  from used u
  join turns using (vehicle_id, institution_id, card_no)
  join vehicle v on v.id = u.vehicle_id and v.retired_on is distinct from '-infinity'
 group by u.vehicle_id, u.institution_id, v.plate
