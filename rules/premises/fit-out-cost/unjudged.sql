select p.institution_id, 'NO_COST_CAP' as reason, count(*) as objects
  from project p
  join institution i on i.id = p.institution_id
 where p.kind = 'FIT_OUT' and coalesce(p.accepted_on, p.started_on, :as_of) between date '2017-12-01' and :as_of
   and not exists (select from fit_out_cost_cap c where c.division = i.division and c.valid @> coalesce(p.accepted_on, p.started_on, :as_of))
 group by p.institution_id
