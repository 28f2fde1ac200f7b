-- When what is over got so: mended by the facts, or closed by a person. A finding that came back and went again counts once.
-- Said once, for lists by the rights of whoever asks and for figures whole.
do $$
declare
    settled text := $view$
        select f.id, f.rule_id, f.institution_id, f.severity, f.state, e.settled_on
          from supervision.finding f
         cross join lateral (
               select (max(e.at) at time zone 'Asia/Shanghai')::date as settled_on
                 from supervision.finding_event e
                where e.finding_id = f.id and e.to_state in ('CLOSED', 'MENDED')
                  and coalesce(e.from_state, 'NEW') not in ('CLOSED', 'MENDED')) e
         where f.state in ('CLOSED', 'MENDED') and e.settled_on is not null $view$;
begin
    execute 'create view supervision.settled with (security_invoker = true) as ' || settled;
    execute 'create view facts.settled_finding as ' || settled;
end $$;
comment on view supervision.settled is 'findings that are mended or closed now, and since which day; false alarms are none';
comment on view facts.settled_finding is 'a finding that is mended or closed now, and since which day; a false alarm is none';

create view facts.found_finding as
select id, rule_id, institution_id, severity, state, first_seen from supervision.finding;
comment on view facts.found_finding is 'every finding there ever was, whatever became of it';

create view facts.open_case as
select id, institution_id, stage, assignee, due_on from supervision.case_file where stage not in ('CLOSED', 'MERGED');
comment on view facts.open_case is 'a case that is neither closed nor merged into another';

grant select on facts.settled_finding, facts.found_finding, facts.open_case to rule_reader;
select kernel.let_accounts_in();
