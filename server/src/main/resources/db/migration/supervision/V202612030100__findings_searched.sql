-- A word looked for among the findings read all of them: 300 to 390 ms of 200,000.
create index finding_search on supervision.finding using gin (kernel.fragments(number, subject_title));
