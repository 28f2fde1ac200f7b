select l.institution_id as subject_id, l.institution_id, l.contract_no as episode, i.name || ' ' || l.place as title,
       l.area as actual, 0 as "limit", l.area as excess, l.contract_no, l.place, l.counterparty,
       jsonb_build_array(jsonb_build_object(
           'contract_no', l.contract_no, 'place', l.place, 'counterparty', l.counterparty, 'area', l.area,
           'rent_per_year', l.rent_per_year, 'starts_on', l.starts_on, 'ends_on', l.ends_on)) as evidence
  from lease l
  join institution i on i.id = l.institution_id
 where l.outward
   and coalesce(trim(l.disposal_no), '') = ''
   and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
   and :as_of >= date '2012-10-01'
