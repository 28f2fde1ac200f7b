-- What was seen on the spot is always a fact of its own, with its photographs. A finding of the ledgers that stood then is
-- pointed to and no more: whether the two are one thing is for people to say.
alter table supervision.visit_answer rename column same_as to in_ledgers;
comment on column supervision.visit_answer.in_ledgers is 'a finding of that rule that stood when the visit was finished';
create index answer_points_to_finding on supervision.visit_answer (in_ledgers) where in_ledgers is not null;

create or replace view facts.visit_failure as
select a.id, v.institution_id, v.id as visit_id, v.campaign_number, v.campaign_title, a.item, a.title_zh, a.title_en, a.clause, a.severity, a.due_days,
       a.number, a.limit_value, a.unit, coalesce(a.note, a.text) as said, cardinality(a.photos) as photos,
       (v.done_at at time zone 'Asia/Shanghai')::date as seen_on
  from supervision.visit v
  join supervision.visit_answer a on a.visit_id = v.id
 where v.state = 'DONE' and a.result = 'FAIL' and not a.replaced;
comment on view facts.visit_failure is '巡检未通过的检查项';
