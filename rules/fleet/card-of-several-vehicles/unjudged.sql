select f.institution_id, 'NO_CARD_NUMBER' as reason, count(*) as objects
  from fuel_record f
 where f.liquid and coalesce(trim(f.card_no), '') = ''
   and f.fuelled_at >= date_trunc('year', :as_of - interval '1 year') and f.fuelled_at < :as_of + 1
 group by f.institution_id
