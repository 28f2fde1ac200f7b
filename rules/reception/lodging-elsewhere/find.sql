select r.id as subject_id, r.institution_id, l.lodging_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, coalesce(l.hotel, '未登记名称的宾馆') as hotel_zh, coalesce(l.hotel, 'a hotel without a name') as hotel_en,
       concat_ws('，', case when not l.appointed then '不是定点饭店或内部接待场所' end, case when l.extras then '额外配发洗漱用品' end) as problem_zh,
       concat_ws(', ', case when not l.appointed then 'neither appointed nor of an organ' end, case when l.extras then 'with extra toiletries' end) as problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'lodging_no', l.lodging_no, 'hotel', l.hotel, 'rooms', l.rooms, 'nights', l.nights, 'price', l.price)) as evidence
  from reception_lodging l
  join reception r on r.id = l.reception_id
  join institution i on i.id = l.institution_id
 where (not l.appointed or l.extras)
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
