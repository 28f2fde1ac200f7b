select n.institution_id, 'NO_RENT_PERIOD' as reason, count(*) as objects
  from lease_income n
  join lease l on l.id = n.lease_id and l.outward
 where n.amount > 0 and coalesce(trim(n.receipt_no), '') = '' and n.ends_on is null
 group by n.institution_id
