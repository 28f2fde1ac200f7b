-- Lists of findings at the scale of a province, tried with 200 000 of them under 80 rules and 5 000 institutions, a page of 50.
-- By rule or by institution they were sorted whole after a join, some 250 ms: FindingWalk goes through the rules, or the
-- institutions, in their order instead, and reads of each as many as a page takes: under a rule by this index in the order
-- of the page, some 100 blocks; of an institution, which has some thousands at most, by finding_of_institution.
create index finding_of_rule on supervision.finding (rule_id, id);

-- What has no number comes last either way, so that one index read backwards is not the other: 370 ms without it, 1 ms with it.
create index finding_by_excess_rising on supervision.finding
    (coalesce(case when limit_value = 0 and excess > 0 then 1e9 else excess / nullif(limit_value, 0) end, 'infinity'::numeric), id);
