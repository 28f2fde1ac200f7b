with bought as (
    select c.institution_id, extract(year from c.signed_on)::int as year, c.budget_item, c.category, count(*) as contracts, sum(c.amount) as amount, max(c.amount) as largest,
           jsonb_agg(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'signed_on', c.signed_on, 'method', c.method, 'amount', c.amount) order by c.signed_on, c.contract_no) as evidence
      from contract c
     where c.method not in ('OPEN', 'CENTRAL') and c.base_id is null and trim(c.budget_item) <> '' and c.signed_on between date '2015-03-01' and :as_of
     group by 1, 2, 3, 4
)
select b.institution_id as subject_id, b.institution_id, b.year || ' ' || b.budget_item || ' ' || b.category as episode, i.name as title, b.year, b.budget_item, b.category, make_date(b.year, 1, 1) as judged_on, b.contracts,
       b.amount as actual, t.value as "limit", b.amount - t.value as excess, b.evidence
  from bought b
  join institution i on i.id = b.institution_id
  join open_tender_threshold t on t.division = i.division and t.category = b.category and t.valid @> make_date(b.year, 1, 1)
 where b.contracts > 1 and b.amount > t.value and b.largest <= t.value
