select r.institution_id as subject_id, r.institution_id, r.record_no as episode, i.name || ' ' || r.service as title, r.provided_on, r.unit_price as actual, t.standard as "limit", r.unit_price - t.standard as excess,
       jsonb_build_array(jsonb_build_object('record_no', r.record_no, 'service', r.service, 'recipient', r.recipient, 'provided_on', r.provided_on, 'unit_price', r.unit_price, 'standard', t.standard)) as evidence
  from service_record r
  join institution i on i.id = r.institution_id
  join lateral (select max(t.standard) as standard from service_item t where t.institution_id = r.institution_id and t.item_no = trim(r.item_no) and t.starts_on <= r.provided_on and (t.ends_on is null or t.ends_on >= r.provided_on)) t on true
 where r.unit_price > t.standard and r.provided_on between date '2012-10-01' and :as_of and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
