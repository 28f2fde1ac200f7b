select v.id as subject_id, v.institution_id, v.plate as title, v.purchased_on, v.purchased_on as judged_on,
       coalesce(nullif(trim(v.brand_model), ''), '型号未填') as model_zh, coalesce(nullif(trim(v.brand_model), ''), 'model not stated') as model_en,
       jsonb_build_array(jsonb_build_object('brand_model', v.brand_model, 'type', v.type, 'purchased_on', v.purchased_on, 'price', v.price)) as evidence
  from vehicle v
  join vehicle_origin o on o.vehicle_id = v.id and o.imported
  join institution i on i.id = v.institution_id
 where v.acquisition = 'PURCHASE' and v.purchased_on between date '2017-12-05' and :as_of
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
