with bought as (
    select c.*, i.name as institution, extract(year from c.signed_on)::int as year, t.value as threshold
      from contract c
      join institution i on i.id = c.institution_id
      join open_tender_threshold t on t.division = i.division and t.category = c.category and t.valid @> make_date(extract(year from c.signed_on)::int, 1, 1)
     where c.method not in ('OPEN', 'CENTRAL') and c.base_id is null and trim(c.budget_item) <> '' and c.signed_on between date '2015-03-01' and :as_of
       -- what is above it by itself was not cut small: how it was bought is another question, and no cover for the others
       and c.amount <= t.value
),
summed as (
    select institution_id, institution, year, budget_item, category, threshold, count(*) as contracts, sum(amount) as amount,
           jsonb_agg(jsonb_build_object('contract_no', contract_no, 'name', name, 'signed_on', signed_on, 'method', method, 'amount', amount) order by signed_on, contract_no) as evidence
      from bought
     group by 1, 2, 3, 4, 5, 6
)
select institution_id as subject_id, institution_id, year || ' ' || budget_item || ' ' || category as episode, institution as title, year, budget_item, category, make_date(year, 1, 1) as judged_on, contracts,
       amount as actual, threshold as "limit", amount - threshold as excess, evidence
  from summed
 where contracts > 1 and amount > threshold
