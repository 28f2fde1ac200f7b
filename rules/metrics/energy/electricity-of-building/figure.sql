select b.id as subject_id, b.institution_id, b.name as title, c.amount as top, b.building_area as bottom, c.amount / b.building_area as value,
       case when b.high_rise then 'HIGH_RISE' else 'MULTI_STOREY' end as "like"
  from building b
  join (select d.building_id, sum(d.amount) as amount from consumption d
         where d.energy_kind = 'ELECTRICITY' and d.building_id is not null and d.month > (date_trunc('month', :as_of) - interval '13 months')::date and d.month < date_trunc('month', :as_of)
         group by 1 having count(distinct d.month) >= 12) c on c.building_id = b.id
 where b.building_area > 0
