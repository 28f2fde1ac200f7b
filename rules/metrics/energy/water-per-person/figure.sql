select i.id as subject_id, i.id as institution_id, i.name as title, c.amount as top, u.persons as bottom, c.amount / u.persons as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, sum(amount) as amount from consumption
         where energy_kind = 'WATER' and building_id is null and month > (date_trunc('month', :as_of) - interval '13 months')::date and month < date_trunc('month', :as_of)
         group by 1 having count(*) >= 12) c on c.institution_id = i.id
  join lateral (select persons from energy_user u where u.institution_id = i.id and u.year <= extract(year from :as_of) and u.persons > 0 order by u.year desc limit 1) u on true
 where i.dissolved_on is null
