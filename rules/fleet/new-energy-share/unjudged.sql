select v.institution_id, 'NO_PURCHASE_DATE' as reason, count(*) as objects
  from vehicle v
  join institution i on i.id = v.institution_id
  left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
 where v.acquisition = 'PURCHASE' and v.purchased_on is null
   and (v.registered_on is null or v.registered_on >= date '2025-01-01')
   and (extract(year from v.registered_on - l.value::int) = extract(year from v.registered_on)) is not true
   -- one that has gone since was bought all the same
   and (v.retired_on is null or v.retired_on >= date '2025-01-01')
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by v.institution_id
