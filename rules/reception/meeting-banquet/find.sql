select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on,
       concat_ws('，', case when m.venue_kind = 'BANNED_SCENIC' then '在明令禁止的风景名胜区召开' end, case when m.banquet_cost > 0 then '宴请费用 ' || trim_scale(m.banquet_cost) || ' 元' end,
                 case when m.gift_cost > 0 then '纪念品费用 ' || trim_scale(m.gift_cost) || ' 元' end, case when m.tour_cost > 0 then '参观旅游费用 ' || trim_scale(m.tour_cost) || ' 元' end) as problem_zh,
       concat_ws(', ', case when m.venue_kind = 'BANNED_SCENIC' then 'in a banned scenic area' end, case when m.banquet_cost > 0 then trim_scale(m.banquet_cost) || ' yuan for banquets' end,
                 case when m.gift_cost > 0 then trim_scale(m.gift_cost) || ' yuan for gifts' end, case when m.tour_cost > 0 then trim_scale(m.tour_cost) || ' yuan for tours' end) as problem_en,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'venue', m.venue, 'banquet_cost', m.banquet_cost, 'gift_cost', m.gift_cost, 'tour_cost', m.tour_cost)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
 where (m.venue_kind = 'BANNED_SCENIC' or m.banquet_cost > 0 or m.gift_cost > 0 or m.tour_cost > 0)
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
