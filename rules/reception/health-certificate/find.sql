select c.id as subject_id, c.institution_id, w.code as episode, c.name as title, w.code,
       case when w.certificate_expires_on is null then '没有登记健康证明' else '健康证明 ' || w.certificate_expires_on || ' 到期' end as problem_zh,
       case when w.certificate_expires_on is null then 'has no health certificate' else 'has a health certificate that ended on ' || w.certificate_expires_on end as problem_en,
       jsonb_build_array(jsonb_build_object('code', w.code, 'joined_on', w.joined_on, 'expires_on', w.certificate_expires_on)) as evidence
  from canteen_worker w
  join canteen c on c.id = w.canteen_id
 where w.direct_contact and (w.certificate_expires_on is null or w.certificate_expires_on < :as_of)
   and coalesce(w.joined_on, '-infinity') <= :as_of and (w.left_on is null or w.left_on >= :as_of)
   and (c.closed_on is null or c.closed_on > :as_of)
