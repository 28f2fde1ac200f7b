select q.institution_id, case when u.institution_id is null then 'NO_ENERGY_USERS' else 'NO_CONSUMPTION' end as reason, count(*) as objects
  from energy_quota q
  left join energy_user u on u.institution_id = q.institution_id and u.year = q.year
 where q.year < extract(year from :as_of)
   and (u.institution_id is null
        or not exists (select from consumption c
                        where c.institution_id = q.institution_id and c.month >= make_date(q.year, 1, 1) and c.month <= make_date(q.year, 12, 31)))
 group by 1, 2
