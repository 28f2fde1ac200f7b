select a.institution_id as subject_id, a.institution_id, 'NO_VEHICLE_QUOTA' as reason, 1 as objects
  from room_annex a
 where a.annex_kind = 'GARAGE'
   and not exists (select from vehicle_quota q
                    where q.institution_id = a.institution_id and q.starts_on <= :as_of and (q.ends_on is null or q.ends_on >= :as_of))
 group by a.institution_id
