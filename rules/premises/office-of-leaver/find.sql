with leaving as (
    select id, name, institution_id, joined_on, null::uuid as left_institution, 'TRANSFERRED' as reason, transferred_on as left_on from person where transferred_on is not null
    union all
    select id, name, institution_id, null, null, 'RETIRED', retired_on from person where retired_on is not null
    union all
    -- who went over to another institution left the one before on that day, and perhaps serves there besides
    select p.id, p.name, p.institution_id, null, g.institution_id, 'TRANSFERRED', max(g.left_on)
      from person_left g
      join person p on p.id = g.person_id
     where g.left_on <= :as_of and (g.besides @> :as_of) is not true
     group by p.id, p.name, p.institution_id, g.institution_id
)
select distinct on (o.id)
       l.id as subject_id, o.institution_id, o.id || ' ' || l.left_on as episode, l.name as title, r.title as room, l.reason, l.left_on, d.due,
       :as_of - l.left_on as actual, d.due - l.left_on as "limit", :as_of - d.due as excess,
       jsonb_build_array(jsonb_build_object('room', r.title, 'reason', l.reason, 'left_on', l.left_on, 'due', d.due, 'since', o.starts_on)) as evidence
  from leaving l
  join occupancy o on o.person_id = l.id and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
  join room r on r.id = o.room_id and r.use = 'OFFICE' and (l.left_institution is null or r.institution_id = l.left_institution)
  join institution i on i.id = o.institution_id
  join leaver_office_return_months m on m.division = i.division and m.valid @> :as_of
 cross join lateral (select (l.left_on + make_interval(months => m.value::int))::date as due) d
 where d.due < :as_of
   -- who was transferred may have an office at the new place, given on leaving or later, or where he joined since
   and (l.reason = 'RETIRED'
        or o.starts_on < l.left_on and (l.joined_on >= l.left_on and o.institution_id = l.institution_id) is not true)
 order by o.id, l.left_on
