with gone as (
    select id as person_id, null::uuid as left_institution, least(transferred_on, retired_on) as left_on from person where least(transferred_on, retired_on) is not null
    union all
    -- who went over to another institution left the one before on that day, and perhaps serves there besides
    select g.person_id, g.institution_id, max(g.left_on)
      from person_left g
      join institution i on i.id = g.institution_id and (i.dissolved_on is null or i.dissolved_on > :as_of)
     where g.left_on <= :as_of and (g.besides @> :as_of) is not true
     group by g.person_id, g.institution_id
),
kept as (
    select a.id, a.institution_id, a.card_no, a.name, p.code, min(g.left_on) as left_on
      from asset a
      join person p on p.id = a.person_id
      join gone g on g.person_id = p.id and (g.left_institution is null or g.left_institution = a.institution_id)
     where g.left_on < :as_of and :as_of >= date '2021-04-01'
       and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of)
     group by a.id, a.institution_id, a.card_no, a.name, p.code
)
select id as subject_id, institution_id, code as episode, name || ' ' || card_no as title, code as person, left_on,
       jsonb_build_array(jsonb_build_object('card_no', card_no, 'name', name, 'person', code, 'left_on', left_on)) as evidence
  from kept
