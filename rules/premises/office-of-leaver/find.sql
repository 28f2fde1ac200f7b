with leaving as (
    select id, name, institution_id, '调离' as reason, transferred_on as left_on from person where transferred_on is not null
    union all
    select id, name, institution_id, '退休', retired_on from person where retired_on is not null
)
select distinct on (o.id)
       l.id as subject_id, o.institution_id, r.title || ' ' || l.left_on as episode, l.name as title, r.title as room, l.reason, l.left_on, d.due,
       :as_of - l.left_on as actual, d.due - l.left_on as "limit", :as_of - d.due as excess,
       jsonb_build_array(jsonb_build_object('room', r.title, 'reason', l.reason, 'left_on', l.left_on, 'due', d.due, 'since', o.starts_on)) as evidence
  from leaving l
  join occupancy o on o.person_id = l.id and (o.ends_on is null or o.ends_on >= :as_of)
  -- an office that was given on leaving or later belongs to the new place
   and o.starts_on < l.left_on
  join room r on r.id = o.room_id and r.use = 'OFFICE'
  join institution i on i.id = o.institution_id
  join leaver_office_return_months m on m.division = i.division and m.valid @> :as_of
 cross join lateral (select (l.left_on + make_interval(months => m.value::int))::date as due) d
 where d.due < :as_of
 order by o.id, l.left_on
