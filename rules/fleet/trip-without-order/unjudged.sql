select t.institution_id, 'NO_ORDERS_KEPT' as reason, count(*) as objects
  from trip t
 where t.institution_id not in (select institution_id from dispatch_order)
 group by t.institution_id
