select a.institution_id, 'NO_ASSET_BASIS' as reason, count(*) as objects
  from asset a
 where a.status <> 'DISPOSED' and a.category <> 'OTHER'
   and not exists (select from asset_basis b where b.institution_id = a.institution_id and b.starts_on <= :as_of and (b.ends_on is null or b.ends_on >= :as_of))
 group by a.institution_id
