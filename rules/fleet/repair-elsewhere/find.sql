with chosen as (
    select left(i.division, 4) as city, plain_name(s.name) as name, s.starts_on, s.ends_on
      from fixed_supplier s
      join institution i on i.id = s.institution_id
     where s.service = 'REPAIR'
)
select m.vehicle_id as subject_id, m.institution_id, m.document_no as episode, v.plate as title, m.done_on, m.done_on as judged_on, trim(m.supplier) as supplier,
       m.document_no, m.amount as actual,
       jsonb_build_array(jsonb_build_object('document_no', m.document_no, 'done_on', m.done_on, 'supplier', m.supplier, 'items', m.items, 'amount', m.amount)) as evidence
  from maintenance m
  join vehicle v on v.id = m.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = m.institution_id
 where coalesce(trim(m.supplier), '') <> '' and m.done_on between date '2017-12-05' and :as_of
   -- a day for which the city has a list
   and exists (select from chosen c where c.city = left(i.division, 4) and c.starts_on <= m.done_on and (c.ends_on is null or c.ends_on >= m.done_on))
   and not exists (select from chosen c
                    where c.city = left(i.division, 4) and c.name = plain_name(m.supplier) and c.starts_on <= m.done_on and (c.ends_on is null or c.ends_on >= m.done_on))
