select v.id as subject_id, v.institution_id, v.plate as title,
       coalesce(nullif(trim(v.brand_model), ''), '型号未填') as model_zh, coalesce(nullif(trim(v.brand_model), ''), 'model not stated') as model_en,
       coalesce(coalesce(v.purchased_on, v.registered_on) || ' 取得', '取得日期未填') as acquired_zh,
       coalesce('on ' || coalesce(v.purchased_on, v.registered_on), 'on a day that is not stated') as acquired_en,
       jsonb_build_array(jsonb_build_object('acquisition', v.acquisition, 'brand_model', v.brand_model,
                                            'acquired_on', coalesce(v.purchased_on, v.registered_on), 'registered_owner', v.registered_owner)) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
 where v.acquisition = 'DONATION'
   and coalesce(v.purchased_on, v.registered_on, :as_of) between date '2012-10-01' and :as_of
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
