select p.institution_id as subject_id, p.institution_id, p.record_no as episode, i.name || ' ' || p.record_no as title, p.recipient, p.provided_on,
       jsonb_build_array(jsonb_build_object('record_no', p.record_no, 'kind', p.kind, 'data', p.data, 'recipient', p.recipient, 'provided_on', p.provided_on)) as evidence
  from data_provision p
  join institution i on i.id = p.institution_id
 where coalesce(trim(p.agreement_no), '') = '' and p.provided_on between date '2025-01-01' and :as_of
