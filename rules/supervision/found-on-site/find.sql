select v.institution_id as subject_id, v.institution_id, v.campaign_number || ' ' || v.item as episode, i.name as title, v.severity,
       v.title_zh as item_zh, v.title_en as item_en, v.campaign_number as campaign, v.seen_on, v.number as actual, v.limit_value as "limit",
       abs(v.number - v.limit_value) as excess, v.unit, v.seen_on + v.due_days as due_on,
       jsonb_build_array(jsonb_build_object('seen_on', v.seen_on, 'campaign', v.campaign_number || ' ' || v.campaign_title, 'item', v.title_zh,
           'clause', v.clause, 'said', v.said, 'number', v.number, 'photos', v.photos)) as evidence
  from visit_failure v
  join institution i on i.id = v.institution_id
 where v.seen_on <= :as_of
