select v.id as subject_id, d.institution_id, v.plate as title, v.registered_on, d.disposed_on, d.disposed_on as judged_on,
       coalesce('以 ' || nullif(trim(d.replaced_by), '') || ' 更新', '以达到更新年限为由处置') as how_zh,
       coalesce('was replaced by ' || nullif(trim(d.replaced_by), ''), 'was disposed of for its age') as how_en,
       used.years as actual, y.value as "limit", nullif(y.value - used.years, 0) as excess,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'registered_on', v.registered_on, 'disposed_on', d.disposed_on,
           'may_be_replaced_after', a.reached, 'reason', d.reason, 'replaced_by', d.replaced_by)) as evidence
  from disposal d
  join vehicle v on v.id = d.vehicle_id
  join institution i on i.id = d.institution_id
  join vehicle_renewal_years y on y.division = i.division and y.valid @> d.disposed_on
 cross join lateral (select (v.registered_on + make_interval(years => y.value::int))::date as reached,
                            extract(year from age(d.disposed_on, v.registered_on))::int as whole) a
 cross join lateral (select (v.registered_on + make_interval(years => a.whole))::date as birthday,
                            (v.registered_on + make_interval(years => a.whole + 1))::date as next_birthday) b
 -- cut, not rounded: a day short of eight years is not eight
 cross join lateral (select trunc(a.whole + (d.disposed_on - b.birthday)::numeric / (b.next_birthday - b.birthday), 2) as years) used
 where d.disposed_on <= :as_of
   and d.disposed_on >= v.registered_on
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   -- whoever lets a vehicle go because it reached its age for renewal renews it, whether or not the new plate is filled in
   and (coalesce(trim(d.replaced_by), '') <> '' or d.reason = 'AGE')
   and coalesce(trim(d.early_approval_no), '') = ''
   -- more than eight years: on the anniversary itself it is not yet
   and d.disposed_on <= a.reached
