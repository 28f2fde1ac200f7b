select a.institution_id as subject_id, a.institution_id, a.agreement_no as episode, i.name as title, a.area as actual, a.agreement_no, a.starts_on,
       jsonb_build_array(jsonb_build_object('agreement_no', a.agreement_no, 'building', b.name, 'area', a.area, 'starts_on', a.starts_on)) as evidence
  from use_agreement a
  join institution i on i.id = a.institution_id
  left join building b on b.id = a.building_id
 where coalesce(trim(a.certificate_no), '') = ''
   and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of)
   and :as_of >= date '2017-12-05'
