with named as (
    -- names are compared without blanks and with one kind of brackets
    select id, name, translate(regexp_replace(name, '\s', '', 'g'), '（）', '()') as full_name,
           translate(regexp_replace(coalesce(short_name, name), '\s', '', 'g'), '（）', '()') as short_name
      from institution
)
select v.id as subject_id, v.institution_id, v.plate as title, i.name as institution, v.registered_owner,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'registered_owner', v.registered_owner, 'institution', i.name,
                                            'registered_on', v.registered_on)) as evidence
  from vehicle v
  join named i on i.id = v.institution_id
 cross join lateral (select translate(regexp_replace(v.registered_owner, '\s', '', 'g'), '（）', '()') as owner) o
 where o.owner <> ''
   and :as_of >= date '2017-12-05'
   and v.acquisition not in ('LEASE', 'LOAN')
   and (v.retired_on is null or v.retired_on > :as_of)
   and o.owner not in (i.full_name, i.short_name)
