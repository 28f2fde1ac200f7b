select p.institution_id as subject_id, p.institution_id, p.year || ' ' || p.kind as episode, i.name as title, p.year, p.kind, p.published_on,
       jsonb_build_array(jsonb_build_object('year', p.year, 'kind', p.kind, 'approved_on', p.approved_on, 'published_on', p.published_on)) as evidence
  from publication p
  join institution i on i.id = p.institution_id
 where p.published_on <= :as_of and not p.explained and p.approved_on >= date '2015-01-01'
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
