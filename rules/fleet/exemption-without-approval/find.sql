select v.id as subject_id, v.institution_id, v.plate as title, v.type,
       jsonb_build_array(jsonb_build_object('type', v.type, 'mark_status', v.mark_status, 'registered_on', v.registered_on)) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
 where v.mark_status = 'EXEMPT'
   and coalesce(trim(v.mark_exemption_no), '') = ''
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and :as_of >= date '2017-12-05'
