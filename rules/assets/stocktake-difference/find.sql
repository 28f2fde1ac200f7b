select s.institution_id as subject_id, s.institution_id, s.taken_on::text as episode, i.name as title, s.taken_on, s.taken_on as judged_on, d.due as due_day,
       concat_ws('，', case when s.found_count > s.book_count then '盘盈 ' || s.found_count - s.book_count || ' 件' when s.found_count < s.book_count then '盘亏 ' || s.book_count - s.found_count || ' 件' end,
                 case when s.book_value <> s.account_value then '台账与会计账相差 ' || trim_scale(abs(s.book_value - s.account_value)) || ' 元' end) as problem_zh,
       concat_ws(', ', case when s.found_count > s.book_count then s.found_count - s.book_count || ' more found than entered' when s.found_count < s.book_count then s.book_count - s.found_count || ' not found' end,
                 case when s.book_value <> s.account_value then 'ledger and accounts differ by ' || trim_scale(abs(s.book_value - s.account_value)) || ' yuan' end) as problem_en,
       jsonb_build_array(jsonb_build_object('taken_on', s.taken_on, 'book_count', s.book_count, 'found_count', s.found_count, 'book_value', s.book_value, 'account_value', s.account_value, 'settled_on', s.settled_on)) as evidence
  from stocktake s
  join institution i on i.id = s.institution_id
  join stocktake_settle_days p on p.division = i.division and p.valid @> s.taken_on
 cross join lateral (select (s.taken_on + p.value * interval '1 day')::date as due) d
 where (s.found_count <> s.book_count or s.book_value <> s.account_value)
   and (s.settled_on > d.due or (s.settled_on is null and :as_of > d.due))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
