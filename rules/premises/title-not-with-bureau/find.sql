select b.id as subject_id, b.institution_id, b.name as title, b.building_area as actual, b.title_status as status,
       coalesce(nullif(trim(b.title_holder), ''), '未填') as holder_zh, coalesce(nullif(trim(b.title_holder), ''), 'not stated') as holder_en,
       jsonb_build_array(jsonb_build_object('title_status', b.title_status, 'title_holder', b.title_holder, 'certificate_no', b.certificate_no,
                                            'building_area', b.building_area)) as evidence
  from building b
  join institution i on i.id = b.institution_id
 where b.acquisition = 'OWNED'
   and b.title_status in ('REGISTERED_TO_USER', 'REGISTERED_TO_OTHER', 'UNREGISTERED')
   -- the duty is one of organs and the public institutions that follow them
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and :as_of >= date '2017-12-05'
