select q.institution_id, 'NO_BENCHMARK' as reason, count(*) as objects
  from energy_quota q
 where q.benchmark_value is null and q.year between 2008 and extract(year from :as_of) - 1
 group by q.institution_id
