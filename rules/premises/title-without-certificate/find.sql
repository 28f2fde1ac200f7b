select b.id as subject_id, b.institution_id, b.name as title, b.title_status as status,
       jsonb_build_array(jsonb_build_object('title_status', b.title_status, 'title_holder', b.title_holder, 'built_on', b.built_on)) as evidence
  from building b
  join institution i on i.id = b.institution_id
 where b.acquisition = 'OWNED'
   and b.title_status in ('REGISTERED_TO_BUREAU', 'REGISTERED_TO_USER', 'REGISTERED_TO_OTHER', 'EXEMPT')
   and coalesce(trim(b.certificate_no), '') = ''
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and :as_of >= date '2017-12-05'
