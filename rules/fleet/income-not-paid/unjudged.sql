-- what is handed on or given back brings nothing in
select d.vehicle_id as subject_id, d.institution_id, 'NO_INCOME' as reason, 1 as objects
  from disposal d
 where d.income is null and coalesce(trim(d.receipt_no), '') = '' and d.method in ('AUCTION', 'MANUFACTURER_RECYCLING', 'SCRAPPING') and d.disposed_on between date '2021-04-01' and :as_of
