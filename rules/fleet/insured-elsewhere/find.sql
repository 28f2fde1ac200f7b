with chosen as (
    select left(i.division, 4) as city, plain_name(s.name) as name, s.starts_on, s.ends_on
      from fixed_supplier s
      join institution i on i.id = s.institution_id
     where s.service = 'INSURANCE'
)
select n.vehicle_id as subject_id, n.institution_id, n.policy_no as episode, v.plate as title, n.starts_on, n.starts_on as judged_on, trim(n.insurer) as insurer, n.policy_no,
       jsonb_build_array(jsonb_build_object('policy_no', n.policy_no, 'kind', n.kind, 'starts_on', n.starts_on, 'insurer', n.insurer)) as evidence
  from insurance n
  join vehicle v on v.id = n.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = n.institution_id
 where coalesce(trim(n.insurer), '') <> '' and n.starts_on between date '2017-12-05' and :as_of
   -- a day for which the city has a list
   and exists (select from chosen c where c.city = left(i.division, 4) and c.starts_on <= n.starts_on and (c.ends_on is null or c.ends_on >= n.starts_on))
   and not exists (select from chosen c
                    where c.city = left(i.division, 4) and c.name = plain_name(n.insurer) and c.starts_on <= n.starts_on and (c.ends_on is null or c.ends_on >= n.starts_on))
