select a.id as subject_id, a.institution_id, a.name || ' ' || a.card_no as title, i.name as institution, a.price,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'price', a.price, 'purchased_on', a.purchased_on)) as evidence
  from asset a
  join institution i on i.id = a.institution_id
 where a.use = 'INVESTED' and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and :as_of >= date '2021-04-01'
   and i.kind in ('PARTY_ORGAN', 'PEOPLES_CONGRESS_ORGAN', 'GOVERNMENT_ORGAN', 'DEMOCRATIC_PARTY_ORGAN', 'MASS_ORGANIZATION', 'CPPCC_ORGAN', 'SUPERVISORY_ORGAN', 'COURT', 'PROCURATORATE')
