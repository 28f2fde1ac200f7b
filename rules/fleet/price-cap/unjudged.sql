select v.institution_id,
       case when v.purchased_on is null then 'NO_PURCHASE_DATE' else 'NO_PRICE' end as reason, count(*) as objects
  from vehicle v
 where (v.retired_on is null or v.retired_on > :as_of)
   and v.acquisition not in ('LEASE', 'LOAN')
   and (v.purchased_on is null or v.price is null)
 group by 1, 2
