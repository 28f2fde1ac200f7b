-- What the list of findings is sorted by, as FindingOrder writes it. By institution and rule it is sorted after a join.
create index finding_by_first_seen on supervision.finding (first_seen, id);
create index finding_by_due_on on supervision.finding (due_on, id);
create index finding_by_severity on supervision.finding (array_position(array['REMINDER', 'SUSPICION', 'VIOLATION'], severity), id);
create index finding_by_excess on supervision.finding (coalesce(case when limit_value = 0 and excess > 0 then 1e9 else excess / nullif(limit_value, 0) end, -1), id);
