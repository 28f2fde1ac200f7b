with ended as (
    -- the last concurrent post at an institution, when none goes on there
    select person_id, institution_id, max(ends_on) as ended, (array_agg(title order by ends_on desc))[1] as post
      from appointment
     where not main and starts_on <= :as_of
     group by person_id, institution_id
    having bool_and(coalesce(ends_on < :as_of, false))
)
select p.id as subject_id, r.institution_id, o.id || ' ' || e.ended as episode, p.name as title, r.title as room, i.name as institution,
       e.post, e.ended, d.due, :as_of - e.ended as actual, d.due - e.ended as "limit", :as_of - d.due as excess,
       jsonb_build_array(jsonb_build_object('room', r.title, 'institution', i.name, 'post', e.post, 'ended', e.ended, 'due', d.due,
                                            'since', o.starts_on)) as evidence
  from ended e
  join person p on p.id = e.person_id and p.institution_id <> e.institution_id
  join institution i on i.id = e.institution_id
  join second_office_return_months m on m.division = i.division and m.valid @> :as_of
  join occupancy o on o.person_id = e.person_id and o.starts_on <= e.ended and (o.ends_on is null or o.ends_on >= :as_of)
  join room r on r.id = o.room_id and r.institution_id = e.institution_id and r.use = 'OFFICE'
 cross join lateral (select (e.ended + make_interval(months => m.value::int))::date as due) d
 where d.due < :as_of
   and not exists (select from appointment a
                    where a.person_id = e.person_id and a.institution_id = e.institution_id and a.main
                      and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of))
