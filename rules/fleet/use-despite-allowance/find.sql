select o.vehicle_id as subject_id, o.institution_id, o.order_no as episode, v.plate as title, o.order_no, u.category,
       to_char(o.planned_start, 'YYYY-MM-DD HH24:MI') as planned_start,
       jsonb_build_array(jsonb_build_object('order_no', o.order_no, 'category', u.category, 'person', p.name, 'purpose', o.purpose,
                                            'planned_start', to_char(o.planned_start, 'YYYY-MM-DD HH24:MI'))) as evidence
  from order_use u
  join dispatch_order o on o.id = u.order_id
  join vehicle v on v.id = o.vehicle_id and v.retired_on is distinct from '-infinity'
  join person p on p.id = u.person_id and p.transport_allowance
 where u.category in ('ORDINARY', 'COMMUTING') and o.approved and o.out_of_town is not true
   and o.planned_start >= '2017-12-05 00:00+08' and o.planned_start < :as_of + 1
