select v.id as subject_id, v.institution_id, v.plate as title,
       coalesce(nullif(trim(v.registered_owner), ''), '未填') as owner_zh, coalesce(nullif(trim(v.registered_owner), ''), 'somebody who is not stated') as owner_en,
       jsonb_build_array(jsonb_build_object('registered_owner', v.registered_owner, 'brand_model', v.brand_model,
                                            'since', coalesce(v.purchased_on, v.registered_on))) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
 where v.acquisition = 'LOAN'
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and :as_of >= date '2012-10-01'
