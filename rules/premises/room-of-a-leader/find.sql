select r.id as subject_id, r.institution_id, r.title, r.usable_area as actual, r.use as used, count(*) as occupants,
       jsonb_agg(jsonb_build_object('person', p.name, 'rank', p.rank, 'since', o.starts_on) order by o.starts_on, p.code) as evidence
  from occupancy o
  join person p on p.id = o.person_id and p.rank not like '%\_STAFF'
  join room r on r.id = o.room_id and r.use in ('SERVICE', 'EQUIPMENT')
  join institution i on i.id = r.institution_id
 where o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
   and :as_of >= date '2014-11-24'
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by r.id, r.institution_id, r.title, r.usable_area, r.use
