select a.institution_id as subject_id, a.institution_id, 'NO_ESTABLISHMENT' as reason, 1 as objects
  from room_annex a
 where a.annex_kind = 'CANTEEN'
   and not exists (select from establishment e
                    where e.institution_id = a.institution_id and e.headcount > 0 and e.starts_on <= :as_of and (e.ends_on is null or e.ends_on >= :as_of))
 group by a.institution_id
